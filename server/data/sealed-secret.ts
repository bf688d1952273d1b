import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { DatabaseSealedError } from './database-errors';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What a secret belongs to: sealed for one, it cannot be passed off as another's. */
interface Owner {
  accessKeyId: string;
  account: string;
}

/** Encrypts a secret with a key of 32 bytes; gives nonce, tag and text in one. */
export function seal(secret: string, secretKey: Uint8Array, owner: Owner): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, secretKey, nonce).setAAD(labelOf(owner));
  const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/** The secret again. Throws DatabaseSealedError when it was sealed with another key, for another owner, or was changed. */
export function unseal(sealed: Buffer, secretKey: Uint8Array, owner: Owner): string {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  const text = sealed.subarray(NONCE_BYTES + TAG_BYTES);
  try {
    const decipher = createDecipheriv(CIPHER, secretKey, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(labelOf(owner)).setAuthTag(tag);
    return decipher.update(text, undefined, 'utf8') + decipher.final('utf8');
  } catch (error) {
    throw new DatabaseSealedError(
      `SLUICE_SECRET_KEY does not open the access key ${owner.accessKeyId} of this database: give the one that it was made with, ` +
        `or revoke the key (npm run keys -- revoke ${owner.accessKeyId}) and make another.`,
      { cause: error },
    );
  }
}

function labelOf({ accessKeyId, account }: Owner): Buffer {
  return Buffer.from(`${accessKeyId}/${account}`);
}
