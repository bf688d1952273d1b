/** A request as it came, from whichever HTTP server: the wire works on nothing else. */
export interface WireRequest {
  method: string;
  /** Path and query as sent, percent-encoding untouched: signatures and ARNs in paths depend on it. */
  rawUrl: string;
  /** Names in lower case. */
  headers: Readonly<Record<string, string | undefined>>;
  /** Every header line as it came, which signatures depend on: name, value, name, value… Through Next, those of one name are joined. */
  rawHeaders: readonly string[];
  /** The whole body, or what became of it when it was longer than is read. */
  body: Uint8Array | 'too large';
}

export interface WireResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** How the request id gets through Next to the wire's route handlers: set by our own server, whatever a client sent. */
export const REQUEST_ID_HEADER = 'x-sluice-request-id';

/** The longest body that is read, in bytes. */
export const BODY_LIMIT = 1_048_576;

/** The path of a raw URL, without its query. */
export function pathOf(rawUrl: string): string {
  const end = rawUrl.indexOf('?');
  return end === -1 ? rawUrl : rawUrl.slice(0, end);
}
