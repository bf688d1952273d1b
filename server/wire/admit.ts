import { defaultWorld } from '@/contract/console';
import type { Access } from '../context';
import { sessionTokenOf } from '../domain/session-cookie';
import { pathOf, type WireRequest, type WireResponse } from './request';

type Head = Omit<WireRequest, 'body'>;

/** What a browser needs before anybody has signed in: the page for that, and files that are the same for everyone. */
const OPEN_PATHS = ['/sign-in', '/icon.svg'];
const OPEN_FOLDER = '/_next/static/';

/**
 * Looks at a request for a page or `/api` before Next sees it, in strict mode. Undefined lets it through; otherwise the answer: a page
 * leads to `/sign-in` while nobody is signed in and to the account of whoever is, `/api` gets 401, and another account gets 403.
 */
export function admit(head: Head, { sessions }: Access, now: number): WireResponse | undefined {
  const path = pathOf(head.rawUrl);
  if (isOpen(path)) {
    return undefined;
  }
  const session = sessions.find(sessionTokenOf(head.headers.cookie), now);
  if (!session) {
    return wantsPage(head)
      ? redirect(`/sign-in?next=${encodeURIComponent(head.rawUrl)}`)
      : refusal(401, 'Nobody is signed in.');
  }
  return checkAccount(head, session.account);
}

function isOpen(path: string): boolean {
  return OPEN_PATHS.includes(path) || (path.startsWith(OPEN_FOLDER) && isPlain(path));
}

/** Whether a path says where it leads: nothing in it, once or twice decoded, goes up or sideways. */
function isPlain(path: string): boolean {
  const decoded = decodeURIComponent(path);
  return !/[%\\]/.test(decoded) && !decoded.split('/').some((segment) => segment === '.' || segment === '..');
}

function isForApi({ rawUrl }: Head): boolean {
  const path = pathOf(rawUrl);
  return path === '/api' || path.startsWith('/api/');
}

/** Next asks for the data of a page with this header; it loads the whole page when it gets something else. */
function wantsPage(head: Head): boolean {
  return !isForApi(head) && head.headers.rsc === undefined;
}

/**
 * What is read says the account in its address, also where it is there twice, and without one it is the default; what changes something
 * says it as the API does, in a header, and without one it is that of whoever is signed in.
 */
function checkAccount(head: Head, account: string): WireResponse | undefined {
  const search = new URLSearchParams(head.rawUrl.slice(pathOf(head.rawUrl).length));
  const named = search.getAll('account');
  const usual = changesSomething(head) ? (head.headers['x-sluice-account'] ?? account) : defaultWorld.account;
  const asked = named.length === 0 ? [usual] : named;
  if (asked.every((each) => each === account)) {
    return undefined;
  }
  if (named.length === 0 && !isForApi(head)) {
    search.set('account', account);
    // Two slashes at its beginning would lead to another server.
    return redirect(`/${pathOf(head.rawUrl).replace(/^[/\\]+/, '')}?${search}`);
  }
  return refusal(
    403,
    `The console is signed in to the account ${account}: sign out to sign in to another one.`,
  );
}

function changesSomething(head: Head): boolean {
  return isForApi(head) && !['GET', 'HEAD', 'OPTIONS'].includes(head.method);
}

function redirect(location: string): WireResponse {
  return { status: 307, headers: { location, 'cache-control': 'no-store' }, body: '' };
}

function refusal(status: number, message: string): WireResponse {
  return {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify({ message }),
  };
}
