import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { ApiException } from '@/contract/errors';
import { BODY_LIMIT, type WireRequest } from './request';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const unzip = promisify(gunzip);

/** The bytes of a body. Throws RequestEntityTooLargeException. */
export function wholeBody({ body }: Pick<WireRequest, 'body'>): Uint8Array {
  if (body === 'too large') {
    throw tooLarge();
  }
  return body;
}

/**
 * The JSON value of a body, which is UTF-8 and may be compressed by gzip; an absent body is an empty object. Throws
 * RequestEntityTooLargeException, UnsupportedMediaTypeException or SerializationException.
 */
export async function parseBody(request: Pick<WireRequest, 'headers' | 'body'>): Promise<unknown> {
  const { headers } = request;
  const body = wholeBody(request);
  if (body.byteLength === 0) {
    return {};
  }
  const mediaType = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (mediaType !== 'application/json') {
    throw new ApiException(
      'UnsupportedMediaTypeException',
      'The Content-Type of a request must be application/json.',
    );
  }
  const encoding = headers['content-encoding']?.trim().toLowerCase();
  const json = encoding === undefined || encoding === 'identity' ? body : await decode(body, encoding);
  try {
    return JSON.parse(utf8.decode(json));
  } catch {
    throw new ApiException('SerializationException', 'The request body is not JSON.');
  }
}

/** The bytes that were compressed; never more than the limit, however small they came. */
async function decode(body: Uint8Array, encoding: string): Promise<Uint8Array> {
  if (encoding !== 'gzip' && encoding !== 'x-gzip') {
    throw new ApiException(
      'UnsupportedMediaTypeException',
      'The Content-Encoding of a request must be gzip, if there is one.',
    );
  }
  try {
    return await unzip(body, { maxOutputLength: BODY_LIMIT });
  } catch (error) {
    throw error instanceof RangeError
      ? tooLarge()
      : new ApiException(
          'SerializationException',
          'The request body is not gzip, as its Content-Encoding says.',
        );
  }
}

function tooLarge(): ApiException {
  return new ApiException(
    'RequestEntityTooLargeException',
    `The request body is longer than ${BODY_LIMIT} bytes.`,
  );
}
