import { useMutation, useQuery } from '@tanstack/react-query';
import { SignedIn } from '@/contract/console';

const sessionUri = '/api/session';

/** Signing in failed; the message is for the person. */
export class SignInError extends Error {
  override readonly name = 'SignInError';
}

interface Key {
  accessKeyId: string;
  secretAccessKey: string;
}

async function signIn(key: Key): Promise<SignedIn> {
  const response = await ask({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(key),
  });
  const body: unknown = await response.json().catch(() => undefined);
  const signedIn = SignedIn.safeParse(body);
  if (!response.ok || !signedIn.success) throw new SignInError(messageIn(body));
  return signedIn.data;
}

async function ask(init: RequestInit): Promise<Response> {
  try {
    return await fetch(sessionUri, { cache: 'no-store', ...init });
  } catch {
    throw new SignInError('The server does not answer.');
  }
}

function messageIn(body: unknown): string {
  const hasMessage = typeof body === 'object' && body !== null && 'message' in body;
  return hasMessage && typeof body.message === 'string'
    ? body.message
    : 'The server did not answer as it should.';
}

/** Signs in with an access key; fails with SignInError. */
export function useSignIn() {
  return useMutation({ mutationFn: signIn });
}

/** Who is signed in; null for nobody. A browser that followed another site's link withheld the cookie, and sends it now. */
export function useSignedIn() {
  return useQuery({
    queryKey: ['session'],
    queryFn: async ({ signal }) => {
      const response = await ask({ signal });
      return response.ok ? SignedIn.parse(await response.json()) : null;
    },
  });
}

/** Signs out; the page must be left then, whether the server answered or not. */
export async function signOut(): Promise<void> {
  await ask({ method: 'DELETE' }).catch(() => undefined);
}

/** Leaves the page for the one that signs in and leads back here; that one itself stays, with what was typed. */
export function leaveToSignIn(): void {
  const { pathname, search } = window.location;
  if (pathname === '/sign-in') return;
  window.location.assign(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
}

/**
 * Where to go after signing in: the page that `next` names, in the account of who signed in. What is no page of this console (another
 * site, the API, this very page) counts as not said.
 */
export function landingOf(next: string | null | undefined, account: string): string {
  const here = 'http://sluice.invalid';
  const url = URL.canParse(next ?? '', here) ? new URL(next ?? '', here) : new URL(here);
  // Two slashes at the beginning would lead to another server.
  const isOurs = url.origin === here && !/^\/(\/|(api|sign-in)(\/|$))/.test(url.pathname);
  const landing = isOurs ? url : new URL(here);
  landing.searchParams.set('account', account);
  const path = landing.pathname === '/' ? '/flows' : landing.pathname;
  return path + landing.search;
}
