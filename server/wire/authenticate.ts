import { defaultWorld, World } from '@/contract/console';
import { ApiException } from '@/contract/errors';
import type { Caller } from '../domain/flow';
import { isFromOwnPage } from './guard';
import type { WireRequest } from './request';

/** What is kept of a name or a reason, in characters. */
const NAME_LIMIT = 128;
const REASON_LIMIT = 512;

/**
 * Who asks, and for which world. Credentials of any kind are accepted (open mode): an access key id of 12 digits is the account and
 * the credential scope names the region; without credentials the headers x-sluice-account and x-sluice-region say both.
 * Throws AccessDeniedException or IncompleteSignatureException when that cannot be told.
 */
export function authenticate(request: Omit<WireRequest, 'body'>): { world: World; caller: Caller } {
  const { headers } = request;
  const scope = credentialScope(request);
  const world = scope ? worldOfScope(scope) : worldOfHeaders(headers);
  const ownPage = isFromOwnPage(headers);
  const actor = ownPage ? text(headers['x-sluice-actor'], NAME_LIMIT) : undefined;
  return {
    world,
    caller: {
      actor: actor ?? scope?.accessKeyId ?? 'anonymous',
      via: ownPage ? 'console' : clientOf(headers['user-agent']),
      reason: text(headers['x-sluice-reason'], REASON_LIMIT),
    },
  };
}

interface CredentialScope {
  accessKeyId: string;
  region: string;
}

function credentialScope({ rawUrl, headers }: Omit<WireRequest, 'body'>): CredentialScope | undefined {
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

function worldOfHeaders(headers: WireRequest['headers']): World {
  const world = World.safeParse({
    account: headers['x-sluice-account'] ?? defaultWorld.account,
    region: headers['x-sluice-region'] ?? defaultWorld.region,
  });
  if (!world.success) {
    throw new ApiException(
      'AccessDeniedException',
      'x-sluice-account must be 12 digits and x-sluice-region a region such as us-east-1.',
    );
  }
  return world.data;
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
