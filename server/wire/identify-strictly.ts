import { randomBytes } from 'node:crypto';
import { defaultWorld } from '@/contract/console';
import { ApiException } from '@/contract/errors';
import type { Access } from '../context';
import { sessionTokenOf } from '../domain/session-cookie';
import { isFromOwnPage } from './guard';
import { worldOfHeaders, type Identity } from './identity';
import { wholeBody } from './parse-body';
import type { WireRequest } from './request';
import { readSignature, type Signature } from './signature/read-signature';

type AccessKey = NonNullable<ReturnType<Access['keys']['find']>>;

const SERVICE = 'appflow';

/** Stands in for the secret of a key that nobody has, so that it takes as long to find that out. */
const NOBODYS_SECRET = randomBytes(30).toString('base64');

/**
 * Who asks, proven by the signature of an access key, or by the session of somebody who signed in to the console and asks from one of
 * its pages. The account is the key's. Throws the exceptions of AWS for what is not proven, AccessDeniedException for another account.
 */
export function identifyStrictly(request: WireRequest, access: Access, now: number): Identity {
  const body = wholeBody(request);
  const signature = readSignature({ ...request, body }, { service: SERVICE, now });
  if (signature) {
    const { account, name } = keyThatMade(signature, access, now);
    return { world: { account, region: signature.region }, actor: name };
  }
  return identityOfSession(request.headers, access, now);
}

function keyThatMade(signature: Signature, { keys }: Access, now: number): AccessKey {
  const key = keys.find(signature.accessKeyId);
  const isMadeWithIt = signature.isMadeWith(key?.secret ?? NOBODYS_SECRET);
  if (!key) {
    throw new ApiException(
      'UnrecognizedClientException',
      'The security token included in the request is invalid.',
    );
  }
  if (!isMadeWithIt) {
    throw new ApiException(
      'InvalidSignatureException',
      'The request signature we calculated does not match the signature you provided. ' +
        'Check your AWS Secret Access Key and signing method.',
    );
  }
  checkToken(key, signature.securityToken, now);
  keys.noteUse(key.accessKeyId, now);
  return key;
}

/** A temporary key comes with its session token, any other with none. */
function checkToken({ temporary }: AccessKey, token: string | undefined, now: number): void {
  if (temporary ? token === undefined || !temporary.hasToken(token) : token !== undefined) {
    throw new ApiException(
      'UnrecognizedClientException',
      'The security token included in the request is invalid.',
    );
  }
  if (temporary && temporary.expiresAt <= now) {
    throw new ApiException('ExpiredTokenException', 'The security token included in the request is expired');
  }
}

function identityOfSession(headers: WireRequest['headers'], { sessions }: Access, now: number): Identity {
  if (!isFromOwnPage(headers)) {
    throw new ApiException('MissingAuthenticationTokenException', 'Missing Authentication Token');
  }
  const session = sessions.find(sessionTokenOf(headers.cookie), now);
  if (!session) {
    throw new ApiException(
      'MissingAuthenticationTokenException',
      'Nobody is signed in to the console any more: sign in again.',
    );
  }
  const world = worldOfHeaders(headers, { ...defaultWorld, account: session.account });
  if (world.account !== session.account) {
    throw new ApiException(
      'AccessDeniedException',
      `The console is signed in to the account ${session.account}, not ${world.account}.`,
    );
  }
  return { world, actor: session.name };
}
