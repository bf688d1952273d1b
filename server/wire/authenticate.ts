import { defaultWorld, World } from '@/contract/console';
import { ApiException } from '@/contract/errors';
import type { Services } from '../context';
import type { Caller } from '../domain/flow';
import { isFromOwnPage } from './guard';
import { identifyStrictly } from './identify-strictly';
import { worldOfHeaders, type Identity } from './identity';
import type { WireRequest } from './request';

/** What is kept of a name or a reason, in characters. */
const NAME_LIMIT = 128;
const REASON_LIMIT = 512;

/**
 * Who asks, and for which world. In strict mode (docs/decisions/007) that is a signature or the console's session; in open mode
 * credentials of any kind are accepted. Throws AccessDeniedException, IncompleteSignatureException and, in strict mode, the other
 * exceptions of an unproven caller.
 */
export function authenticate(
  request: WireRequest,
  { data: { access }, clock }: Pick<Services, 'data' | 'clock'>,
): { world: World; caller: Caller } {
  const { headers } = request;
  const { world, actor } = access ? identifyStrictly(request, access, clock.now()) : identifyOpenly(request);
  return {
    world,
    caller: {
      actor,
      via: isFromOwnPage(headers) ? 'console' : clientOf(headers['user-agent']),
      reason: text(headers['x-sluice-reason'], REASON_LIMIT),
    },
  };
}

/**
 * Believes what it is told: an access key id of 12 digits is the account and the credential scope names the region; without
 * credentials the headers x-sluice-account and x-sluice-region say both, and x-sluice-actor who acts on a page of ours.
 */
function identifyOpenly(request: WireRequest): Identity {
  const { headers } = request;
  const scope = credentialScope(request);
  const actor = isFromOwnPage(headers) ? text(headers['x-sluice-actor'], NAME_LIMIT) : undefined;
  return {
    world: scope ? worldOfScope(scope) : worldOfHeaders(headers, defaultWorld),
    actor: actor ?? scope?.accessKeyId ?? 'anonymous',
  };
}

interface CredentialScope {
  accessKeyId: string;
  region: string;
}

function credentialScope({ rawUrl, headers }: WireRequest): CredentialScope | undefined {
  const { authorization } = headers;
  const credential =
    authorization === undefined
      ? new URLSearchParams(rawUrl.split('?')[1]).get('X-Amz-Credential')
      : (/^AWS4-HMAC-SHA256\s.*?Credential=([^\s,]+)/.exec(authorization)?.[1] ?? '');
  if (credential === null) {
    return undefined;
  }
  const [accessKeyId, , region, , terminator] = credential.split('/');
  if (
    !accessKeyId ||
    !region ||
    terminator !== 'aws4_request' ||
    !World.shape.region.safeParse(region).success
  ) {
    throw new ApiException(
      'IncompleteSignatureException',
      'The credential must have the form KEY/YYYYMMDD/REGION/appflow/aws4_request.',
    );
  }
  return { accessKeyId: accessKeyId.slice(0, NAME_LIMIT), region };
}

function worldOfScope({ accessKeyId, region }: CredentialScope): World {
  return { account: /^\d{12}$/.test(accessKeyId) ? accessKeyId : defaultWorld.account, region };
}

/** Free text from a header, percent-encoded UTF-8; without control characters, undefined when nothing is left. */
function text(header: string | undefined, limit: number): string | undefined {
  if (header === undefined) {
    return undefined;
  }
  let decoded: string;
  try {
    decoded = decodeURIComponent(header);
  } catch {
    decoded = header;
  }
  const clean = decoded.replace(/\p{Cc}+/gu, ' ').trim();
  return clean === '' ? undefined : Array.from(clean).slice(0, limit).join('');
}

/** The program that asks, from its user agent: "aws-cli", "aws-sdk-js", "boto3", "curl". */
function clientOf(userAgent: string | undefined): string {
  return /^[\w.-]{1,40}/.exec(userAgent ?? '')?.[0].toLowerCase() ?? 'unknown';
}
