import { ApiException } from '@/contract/errors';
import { BODY_LIMIT, type WireRequest } from './request';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The JSON value of a body; an absent body is an empty object. Throws RequestEntityTooLargeException, UnsupportedMediaTypeException
 * or SerializationException.
 */
export function parseBody({ headers, body }: WireRequest): unknown {
  if (body === 'too large') {
    throw new ApiException(
      'RequestEntityTooLargeException',
      `The request body is longer than ${BODY_LIMIT} bytes.`,
    );
  }
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
  if (encoding !== undefined && encoding !== 'identity') {
    throw new ApiException(
      'UnsupportedMediaTypeException',
      'A request body must come without Content-Encoding.',
    );
  }
  try {
    return JSON.parse(utf8.decode(body));
  } catch {
    throw new ApiException('SerializationException', 'The request body is not JSON.');
  }
}
