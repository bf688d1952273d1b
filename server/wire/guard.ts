import { ApiException } from '@/contract/errors';
import { pathOf, type WireRequest } from './request';

const LOCAL_HOSTS = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Refuses what a page of somebody else could have sent: a Host that is not ours (DNS rebinding) and, for anything that may change
 * something, a browser's request from another origin or in a form that needs no preflight. Throws AccessDeniedException, and
 * ValidationException where there is no Host at all.
 */
export function guard({ method, headers }: Omit<WireRequest, 'body'>, allowedHosts: readonly string[]): void {
  const { host } = headers;
  if (!host) {
    throw new ApiException('ValidationException', 'A request must have a Host header.');
  }
  const hostName = host.replace(/:\d+$/, '').toLowerCase();
  if (!LOCAL_HOSTS.includes(hostName) && !allowedHosts.includes(hostName)) {
    throw denied(
      `Requests for the host ${printable(hostName)} are not answered here. SLUICE_ALLOWED_HOSTS names more hosts.`,
    );
  }
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') {
    return;
  }
  const { origin } = headers;
  const site = headers['sec-fetch-site'];
  const sameOrigin = origin === undefined || isOriginOf(host, origin);
  if (!sameOrigin || (site !== undefined && site !== 'same-origin')) {
    throw denied('A browser may change something only from a page of this server.');
  }
}

/**
 * Whether a page of this server sent the request, as the browser itself says: by Sec-Fetch-Site, or by Origin where the address is
 * not one that browsers send that to, such as http:// and a name.
 */
export function isFromOwnPage({ host, origin, 'sec-fetch-site': site }: WireRequest['headers']): boolean {
  return site === undefined ? isOriginOf(host ?? '', origin) : site === 'same-origin';
}

function isOriginOf(host: string, origin: string | undefined): boolean {
  return origin === `http://${host}` || origin === `https://${host}`;
}

/** Refuses a path that is not percent-encoded UTF-8, or is no path (`*`): Next answers them with a 500. Throws ValidationException. */
export function checkPath({ rawUrl }: Pick<WireRequest, 'rawUrl'>): void {
  if (rawUrl === '*') {
    throw new ApiException('ValidationException', 'The URL has no path.');
  }
  try {
    decodeURIComponent(pathOf(rawUrl));
  } catch {
    throw new ApiException('ValidationException', 'The path of the URL is not percent-encoded UTF-8.');
  }
}

function denied(message: string): ApiException {
  return new ApiException('AccessDeniedException', message);
}

function printable(text: string): string {
  return text.replace(/[^\x21-\x7e]/g, '?').slice(0, 100);
}
