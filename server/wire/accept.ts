import { ApiException } from '@/contract/errors';
import type { WireRequest } from './request';

/** The ranges that JSON is in; "*" alone is what Java's own HTTP client sends. */
const RANGES = ['application/json', 'application/*', '*/*', '*'];

/** Refuses a client that does not take JSON, which is all there is. Throws NotAcceptableException. */
export function checkAccept({ accept }: WireRequest['headers']): void {
  if (accept && !accept.split(',').some(takesJson)) {
    throw new ApiException('NotAcceptableException', 'The Accept of a request must allow application/json.');
  }
}

function takesJson(range: string): boolean {
  const [mediaType = '', ...parameters] = range.toLowerCase().split(';');
  return (
    RANGES.includes(mediaType.trim()) && !parameters.some((each) => /^\s*q\s*=\s*0(\.0*)?\s*$/.test(each))
  );
}
