import { createHash, createHmac } from 'node:crypto';

/** What a signature covers of a request. */
export interface CanonicalParts {
  method: string;
  /** As sent, percent-encoding untouched. */
  path: string;
  /** Whether `.`, `..` and empty segments are taken out first, as for every service but S3. */
  normalizePath: boolean;
  /** Names and values, decoded; without the signature itself. */
  query: Iterable<[name: string, value: string]>;
  /** The signed headers in their order: the name in lower case, a value for each line of that name. */
  headers: [name: string, values: readonly string[]][];
  /** Hex. */
  bodySha256: string;
}

/** What a signing key is made for: `date` is YYYYMMDD. */
export interface Scope {
  date: string;
  region: string;
  service: string;
}

export const ALGORITHM = 'AWS4-HMAC-SHA256';
export const TERMINATOR = 'aws4_request';

/** The canonical request of Signature Version 4, as a string of the bytes that came (latin1). */
export function canonicalRequest(parts: CanonicalParts): string {
  const { method, path, normalizePath, query, headers, bodySha256 } = parts;
  return [
    method,
    canonicalPath(path, normalizePath),
    canonicalQuery(query),
    ...headers.map(([name, values]) => `${name}:${values.map(trimmed).join(',')}`),
    '',
    headers.map(([name]) => name).join(';'),
    bodySha256,
  ].join('\n');
}

/** The string that is signed. `time` is YYYYMMDDTHHMMSSZ. */
export function stringToSign(time: string, scope: Scope, canonical: string): string {
  return [
    ALGORITHM,
    time,
    `${scope.date}/${scope.region}/${scope.service}/${TERMINATOR}`,
    // Node gives the bytes of a header as latin1: this makes them what the client hashed.
    createHash('sha256').update(canonical, 'latin1').digest('hex'),
  ].join('\n');
}

/** The signature of a string by a secret, 32 bytes. */
export function signatureOf(text: string, secret: string, scope: Scope): Buffer {
  const steps = [scope.date, scope.region, scope.service, TERMINATOR];
  const key = steps.reduce<string | Buffer>((previous, step) => hmac(previous, step), `AWS4${secret}`);
  return hmac(key, text);
}

export function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

/** Each segment is encoded once more than it came: `%3A` becomes `%253A`. */
function canonicalPath(path: string, normalize: boolean): string {
  const segments = path.split('/').map(encoded);
  return normalize ? normalized(segments) : segments.join('/');
}

/** Encoding leaves dots and slashes as they are, so it may come first. */
function normalized(segments: string[]): string {
  const kept: string[] = [];
  for (const segment of segments) {
    if (segment === '..') {
      kept.pop();
    } else if (segment !== '' && segment !== '.') {
      kept.push(segment);
    }
  }
  const endsInSlash = segments.at(-1) === '' && kept.length > 0;
  return `/${kept.join('/')}${endsInSlash ? '/' : ''}`;
}

/** In the order of names, then of values, each by the bytes of its encoded form. */
function canonicalQuery(query: Iterable<[string, string]>): string {
  return [...query]
    .map(([name, value]): [string, string] => [encoded(name), encoded(value)])
    .sort(([name, value], [otherName, otherValue]) => compare(name, otherName) || compare(value, otherValue))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Percent-encodes all but the unreserved characters of RFC 3986. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Not by `\s`, which would take bytes out of UTF-8 that is read as latin1. */
function trimmed(value: string): string {
  return value.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
}
