import { ApiException } from '@/contract/errors';

/** Something is missing in a signature, or it has not the form of one. */
export function incomplete(message: string): ApiException {
  return new ApiException('IncompleteSignatureException', message);
}

/** A signature that is not valid for this request, here and now. */
export function invalid(message: string): ApiException {
  return new ApiException('InvalidSignatureException', message);
}

/** What a client sent, fit for a message. */
export function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').slice(0, 200);
}
