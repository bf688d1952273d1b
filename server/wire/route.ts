import { operations } from '@/contract/operations';
import { handlers, type ServedOperation } from '../operations/index';
import { pathOf, type WireRequest } from './request';

const byMethodAndPath = new Map<string, ServedOperation>();
const operationPaths = new Set<string>();
for (const name of Object.keys(handlers) as ServedOperation[]) {
  const { method, uri } = operations[name];
  byMethodAndPath.set(`${method} ${uri}`, name);
  operationPaths.add(uri);
}

/** The operation a request calls, by method and exact path; undefined when there is none. */
export function routeOf({
  method,
  rawUrl,
}: Pick<WireRequest, 'method' | 'rawUrl'>): ServedOperation | undefined {
  return byMethodAndPath.get(`${method} ${pathOf(rawUrl)}`);
}

/**
 * Whether the wire answers a request rather than a page: every method that changes something outside `/api`, any method on an
 * operation's path, and whatever is signed.
 */
export function isForWire({ method, rawUrl, headers }: Omit<WireRequest, 'body'>): boolean {
  const path = pathOf(rawUrl);
  const reads = method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
  return (
    operationPaths.has(path) ||
    headers.authorization?.startsWith('AWS4-') === true ||
    rawUrl.includes('X-Amz-Signature=') ||
    (!reads && path !== '/api' && !path.startsWith('/api/'))
  );
}
