import { parseArgs } from 'node:util';
import { World } from '@/contract/console';
import {
  openKeyRing,
  type KeyMaker,
  type KeyRing,
  type ListedKey,
  type NewKey,
} from '@/server/data/key-ring';
import { HOW_TO_MAKE_A_SECRET_KEY, parseEnv } from '@/server/env';

const USAGE = `Access keys of the strict mode (SLUICE_AUTH=strict):
  npm run keys -- create --account 111122223333 [--name ana]   makes one and shows its secret, once
  npm run keys -- list                                         shows all, without secrets
  npm run keys -- revoke KEYID                                 ends one, and what was made from it, at once
  npm run keys -- session KEYID [--hours 1]                    makes a temporary one, with a session token
SLUICE_SECRET_KEY seals the secrets, DATABASE_URL says where they are kept; the server may run meanwhile.`;

const LONGEST_SESSION_HOURS = 36;

/** The command or its surroundings are wrong, which its message says to a person. */
class UsageError extends Error {
  override name = 'UsageError';
}

/** Does something with the keys, `maker` makes new ones; gives what to print. */
type Command = (ring: KeyRing, maker: () => KeyMaker, now: number) => string;

/** Reads the command line; gives what is to be done with the keys. Throws UsageError. */
function commandOf(args: string[]): Command {
  const { positionals, values } = parsed(args);
  const [verb, keyId, ...more] = positionals;
  if (more.length > 0) {
    throw new UsageError(USAGE);
  }
  switch (verb) {
    case 'create':
      return create(values.account, values.name);
    case 'list':
      return (ring, _maker, now) => tableOf(ring.list(), now);
    case 'revoke':
      return revoke(keyIdIn(keyId));
    case 'session':
      return createTemporary(keyIdIn(keyId), values.hours);
    default:
      throw new UsageError(USAGE);
  }
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { account: { type: 'string' }, name: { type: 'string' }, hours: { type: 'string' } },
    });
  } catch {
    throw new UsageError(USAGE);
  }
}

function keyIdIn(keyId: string | undefined): string {
  if (keyId === undefined) {
    throw new UsageError(USAGE);
  }
  return keyId;
}

function create(account: string | undefined, name: string | undefined): Command {
  if (!World.shape.account.safeParse(account).success || account === undefined) {
    throw new UsageError('An access key belongs to an account of 12 digits: --account 111122223333');
  }
  if (name !== undefined && !/^[^\p{Cc}]{1,64}$/u.test(name.trim())) {
    throw new UsageError('A name has 1 to 64 characters: --name ana');
  }
  return (_ring, maker, now) => {
    const key = maker().create({ account, name: name?.trim() }, now);
    return [
      `# Access key of ${key.name} for the account ${account}. The secret is shown only now.`,
      ...exportsOf(key),
    ].join('\n');
  };
}

function createTemporary(sourceKeyId: string, given = '1'): Command {
  const hours = Number(given);
  if (!(hours > 0 && hours <= LONGEST_SESSION_HOURS)) {
    throw new UsageError(`A temporary key lives for up to ${LONGEST_SESSION_HOURS} hours: --hours 1`);
  }
  return (_ring, maker, now) => {
    const key = maker().createTemporary(sourceKeyId, hours * 3_600_000, now);
    if (!key) {
      throw new UsageError(`There is no access key ${sourceKeyId} that temporary ones can be made from.`);
    }
    return [
      `# Temporary access key of ${key.name} for the account ${key.account}, until ${timeOf(key.expiresAt)}.`,
      ...exportsOf(key),
      `export AWS_SESSION_TOKEN=${key.sessionToken}`,
    ].join('\n');
  };
}

function revoke(accessKeyId: string): Command {
  return (ring, _maker, now) => {
    if (!ring.revoke(accessKeyId, now)) {
      throw new UsageError(`There is no access key ${accessKeyId} that could be revoked.`);
    }
    return `${accessKeyId} is revoked, with its temporary keys and console sessions.`;
  };
}

/** Lines for a shell: bare words, for base64 holds nothing that it would read something into. */
function exportsOf({ accessKeyId, secret }: NewKey): string[] {
  return [`export AWS_ACCESS_KEY_ID=${accessKeyId}`, `export AWS_SECRET_ACCESS_KEY=${secret}`];
}

function tableOf(keys: ListedKey[], now: number): string {
  if (keys.length === 0) {
    return 'There are no access keys.';
  }
  const rows = keys.map((key) => [
    key.accessKeyId,
    key.account,
    key.name,
    stateOf(key, now),
    timeOf(key.createdAt),
    key.lastUsedAt === null ? 'never' : timeOf(key.lastUsedAt),
  ]);
  const table = [['ACCESS KEY', 'ACCOUNT', 'NAME', 'STATE', 'CREATED', 'LAST USED'], ...rows];
  const widths =
    table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function stateOf({ revokedAt, expiresAt }: ListedKey, now: number): string {
  if (revokedAt !== null) return `revoked ${timeOf(revokedAt)}`;
  if (expiresAt === null) return 'active';
  return `${expiresAt <= now ? 'expired' : 'until'} ${timeOf(expiresAt)}`;
}

function timeOf(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+/, '');
}

try {
  const command = commandOf(process.argv.slice(2));
  const { databaseFile, secretKey } = parseEnv(process.env);
  const ring = await openKeyRing(databaseFile);
  const maker = () => {
    if (!secretKey) {
      throw new UsageError(
        `Access keys are sealed with SLUICE_SECRET_KEY, which is missing. ${HOW_TO_MAKE_A_SECRET_KEY}`,
      );
    }
    return ring.sealedWith(secretKey);
  };
  try {
    console.log(command(ring, maker, Date.now()));
  } finally {
    ring.close();
  }
} catch (error) {
  if (!(error instanceof Error && /^(Database\w+|Settings|Usage)Error$/.test(error.name))) {
    throw error;
  }
  console.error(error.message);
  process.exit(1);
}
