import { operations, type OperationName } from '@/contract/operations';
import { pathOf, type WireRequest } from './request';

const byMethodAndUri = new Map<string, OperationName>();
const operationUris = new Set<string>();
/** The URIs that end in a member, by what comes before it: "/tags/" for "/tags/{resourceArn}". */
const urisWithMember = new Map<string, string>();
for (const name of Object.keys(operations) as OperationName[]) {
  const { method, uri } = operations[name];
  byMethodAndUri.set(`${method} ${uri}`, name);
  operationUris.add(uri);
  if (uri.endsWith('}')) {
    urisWithMember.set(uri.slice(0, uri.indexOf('{')), uri);
  }
}

/** The operation a request calls, by method and path; undefined when there is none. */
export function routeOf({
  method,
  rawUrl,
}: Pick<WireRequest, 'method' | 'rawUrl'>): OperationName | undefined {
  return byMethodAndUri.get(`${method} ${uriOf(pathOf(rawUrl))}`);
}

/** What a path has in the place of the member that ends an operation's URI, as it was sent. */
export function memberInPath(path: string): string {
  return path.slice(startOfMember(path));
}

/** A path as the contract writes it: "/tags/arn%3Aaws…" is "/tags/{resourceArn}", any other is itself. */
function uriOf(path: string): string {
  const start = startOfMember(path);
  return (start < path.length && urisWithMember.get(path.slice(0, start))) || path;
}

/** After the second slash: the rest is the member, slashes too, which not all clients encode. */
function startOfMember(path: string): number {
  return path.indexOf('/', 1) + 1;
}

/**
 * Whether the wire answers a request rather than a page: every method that changes something outside `/api`, any method on an
 * operation's path, and whatever is signed.
 */
export function isForWire({ method, rawUrl, headers }: Omit<WireRequest, 'body'>): boolean {
  const path = pathOf(rawUrl);
  const reads = method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
  return (
    operationUris.has(uriOf(path)) ||
    headers.authorization?.startsWith('AWS4-') === true ||
    rawUrl.includes('X-Amz-Signature=') ||
    (!reads && path !== '/api' && !path.startsWith('/api/'))
  );
}
