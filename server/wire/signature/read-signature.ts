import { timingSafeEqual } from 'node:crypto';
import { World } from '@/contract/console';
import {
  ALGORITHM,
  canonicalRequest,
  sha256Hex,
  signatureOf,
  stringToSign,
  TERMINATOR,
  type Scope,
} from './canonical';
import { byName, epochOf, readClaim, type Claim, type Headers } from './claim';
import { incomplete, invalid, printable } from './refusals';

/** How far a client's clock may be from ours. */
const SKEW_MS = 15 * 60_000;

/** A request as it came. */
export interface SignedRequest {
  method: string;
  /** Path and query, percent-encoding untouched. */
  rawUrl: string;
  /** Every header line: name, value, name, value… */
  rawHeaders: readonly string[];
  body: Uint8Array;
}

export interface Expected {
  /** The service that a credential must be scoped to. */
  service: string;
  /** The present, in epoch milliseconds. */
  now: number;
  /** False for a service that signs paths as they are, as S3 does. */
  normalizePath?: boolean;
}

/** Who a request says it is from, and the means to find out whether that is so. */
export interface Signature {
  accessKeyId: string;
  region: string;
  /** What a temporary key comes with. */
  securityToken: string | undefined;
  /** Whether a secret made the signature; takes as long whatever the answer is. */
  isMadeWith(secret: string): boolean;
}

/**
 * Reads the AWS Signature Version 4 of a request and checks all that needs no secret: form, scope, time, body, and that host and every
 * x-amz-* header are signed. Undefined for a request that is not signed. Throws IncompleteSignatureException for what is missing or
 * no signature in its form, InvalidSignatureException for what is not valid here and now.
 */
export function readSignature(request: SignedRequest, expected: Expected): Signature | undefined {
  const headers = byName(request.rawHeaders);
  const claim = readClaim(request.rawUrl, headers);
  if (!claim) {
    return undefined;
  }
  if (claim.algorithm !== ALGORITHM) {
    throw incomplete(`Unsupported AWS 'algorithm': '${printable(claim.algorithm)}'.`);
  }
  const { accessKeyId, scope } = readCredential(claim, expected);
  checkTime(claim, expected.now);
  const signed = readSignedHeaders(claim.signedHeaders, headers);
  const bodySha256 = sha256Hex(request.body);
  if (claim.bodySha256 !== undefined && claim.bodySha256 !== bodySha256) {
    throw invalid('The value of x-amz-content-sha256 is not the SHA-256 of the request body.');
  }
  const text = stringToSign(
    claim.time,
    scope,
    canonicalRequest({
      method: request.method,
      path: request.rawUrl.split('?', 1)[0] ?? '',
      normalizePath: expected.normalizePath ?? true,
      query: claim.query,
      headers: signed,
      bodySha256,
    }),
  );
  return {
    accessKeyId,
    region: scope.region,
    securityToken: claim.securityToken,
    isMadeWith: (secret) => isSame(signatureOf(text, secret, scope), claim.signature),
  };
}

function readCredential(
  { credential, time }: Claim,
  { service }: Expected,
): { accessKeyId: string; scope: Scope } {
  const [accessKeyId, date, region, scopedService, terminator, ...more] = credential.split('/');
  if (
    !accessKeyId ||
    date === undefined ||
    region === undefined ||
    terminator === undefined ||
    more.length > 0
  ) {
    throw incomplete(
      `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${printable(credential)}'.`,
    );
  }
  if (epochOf(time) === undefined) {
    throw incomplete(`Date must be in ISO-8601 'basic format'. Got '${printable(time)}'.`);
  }
  if (date !== time.slice(0, 8)) {
    throw invalid(
      `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${printable(date)}' != '${time.slice(0, 8)}', from '${time}'.`,
    );
  }
  if (!World.shape.region.safeParse(region).success) {
    throw invalid(`Credential should be scoped to a valid region, not '${printable(region)}'.`);
  }
  if (scopedService !== service) {
    throw invalid(`Credential should be scoped to correct service: '${service}'.`);
  }
  if (terminator !== TERMINATOR) {
    throw invalid(
      `Credential should be scoped with a valid terminator: '${TERMINATOR}', not '${printable(terminator)}'.`,
    );
  }
  return { accessKeyId, scope: { date, region, service } };
}

function checkTime({ time, expiresAfterMs = SKEW_MS }: Claim, now: number): void {
  const at = epochOf(time) ?? NaN;
  if (at > now + SKEW_MS) {
    throw invalid(`Signature not yet current: ${time} is more than 15 minutes later than the server's time.`);
  }
  if (!(at + expiresAfterMs >= now)) {
    throw invalid(`Signature expired: ${time} is too long ago by the server's time.`);
  }
}

function readSignedHeaders(list: string, headers: Headers): [name: string, values: string[]][] {
  const names = list.split(';');
  if (
    names.some(
      (name, index) => name !== name.toLowerCase() || (index > 0 && name <= (names[index - 1] ?? '')),
    )
  ) {
    throw invalid('SignedHeaders must be in lower case, in order, each once.');
  }
  const required = [...headers.keys()].filter((name) => name.startsWith('x-amz-'));
  for (const name of ['host', ...required]) {
    if (!names.includes(name)) {
      throw invalid(`'${printable(name)}' must be a 'SignedHeader' in the AWS Authorization.`);
    }
  }
  return names.map((name) => {
    const values = headers.get(name);
    if (!values) {
      throw invalid(`The request has no header '${printable(name)}', which is named as signed.`);
    }
    return [name, values];
  });
}

/** Takes as long whatever part of the signature is right. */
function isSame(expected: Buffer, given: string): boolean {
  return /^[0-9a-f]{64}$/.test(given) && timingSafeEqual(expected, Buffer.from(given, 'hex'));
}
