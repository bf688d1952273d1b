import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { SignIn, type SignedIn } from '@/contract/console';
import type { Access } from '../context';
import { SESSION_COOKIE, sessionTokenOf } from '../domain/session-cookie';
import type { Attempts } from './attempts';
import { parseBody } from './parse-body';
import { pathOf, type WireRequest, type WireResponse } from './request';

const SESSION_PATH = '/api/session';
const RETRY_AFTER_SECONDS = 60;

const NOBODYS_SECRET = randomBytes(30).toString('base64');

/** Whether a request is about being signed in to the console, which strict mode alone knows. */
export function isForSession({ rawUrl }: Pick<WireRequest, 'rawUrl'>): boolean {
  return pathOf(rawUrl) === SESSION_PATH;
}

/**
 * Answers `/api/session`: POST signs in with an access key and sets the session's cookie, GET says who is signed in, DELETE signs
 * out. 401 with a message for who is not, 429 for who guesses. Throws the exceptions of parseBody.
 */
export async function answerSession(
  request: WireRequest,
  access: Access,
  attempts: Attempts,
  now: number,
): Promise<WireResponse> {
  switch (request.method) {
    case 'POST':
      return signIn(request, access, attempts, now);
    case 'DELETE':
      return signOut(request, access);
    case 'GET': {
      const session = access.sessions.find(sessionTokenOf(request.headers.cookie), now);
      return session ? json(200, session) : json(401, { message: 'Nobody is signed in.' });
    }
    default:
      return json(405, { message: 'A session is begun by POST, looked at by GET and ended by DELETE.' });
  }
}

async function signIn(
  request: WireRequest,
  access: Access,
  attempts: Attempts,
  now: number,
): Promise<WireResponse> {
  const given = SignIn.safeParse(await parseBody(request));
  if (!given.success) {
    return json(400, { message: 'accessKeyId and secretAccessKey are needed.' });
  }
  const { accessKeyId, secretAccessKey } = given.data;
  if (attempts.areTooMany(accessKeyId, now)) {
    const response = json(429, { message: 'Too many attempts failed: wait a minute, then try again.' });
    return { ...response, headers: { ...response.headers, 'retry-after': String(RETRY_AFTER_SECONDS) } };
  }
  const key = access.keys.find(accessKeyId);
  const isRight = isSame(secretAccessKey, key?.secret ?? NOBODYS_SECRET);
  // A temporary key is for programs: it would need its token too.
  if (!key || !isRight || key.temporary) {
    attempts.noteFailure(accessKeyId, now);
    return json(401, { message: 'There is no access key of this id and secret, or it was revoked.' });
  }
  access.keys.noteUse(accessKeyId, now);
  const { account, name } = key;
  const signedIn: SignedIn = { accessKeyId, account, name };
  const { token, lifeMs } = access.sessions.begin(accessKeyId, now);
  return withCookie(json(200, signedIn), request, token, lifeMs / 1_000);
}

function signOut(request: WireRequest, access: Access): WireResponse {
  access.sessions.end(sessionTokenOf(request.headers.cookie));
  return withCookie(json(200, {}), request, '', 0);
}

function withCookie(
  response: WireResponse,
  { headers: { origin } }: WireRequest,
  token: string,
  seconds: number,
): WireResponse {
  // The server itself speaks http; what the browser speaks with whatever stands before it, the browser says.
  const secure = origin?.startsWith('https://') ? '; Secure' : '';
  const cookie = `${SESSION_COOKIE}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure}`;
  return { ...response, headers: { ...response.headers, 'set-cookie': cookie } };
}

function json(status: number, body: object): WireResponse {
  return {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify(body),
  };
}

/** Takes as long whatever part of the secret is right. */
function isSame(given: string, secret: string): boolean {
  return timingSafeEqual(digestOf(given), digestOf(secret));
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
