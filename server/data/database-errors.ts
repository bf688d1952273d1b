/** Another process has the database; the message is a sentence for a person. */
export class DatabaseInUseError extends Error {
  override name = 'DatabaseInUseError';
}

/** The database has migrations that this version does not know; the message is a sentence for a person. */
export class DatabaseTooNewError extends Error {
  override name = 'DatabaseTooNewError';
}

/** The file or its folder cannot be used as it is; the message is a sentence for a person. */
export class DatabaseUnusableError extends Error {
  override name = 'DatabaseUnusableError';
}

/** The access keys were sealed with another SLUICE_SECRET_KEY; the message is a sentence for a person. */
export class DatabaseSealedError extends Error {
  override name = 'DatabaseSealedError';
}

/** What the file system or SQLite says, as a sentence where it is the user's to mend; other errors come back as they are. */
export function explained(databaseFile: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const sentence = sentences.find(([pattern]) => pattern.test(code))?.[1];
  return sentence
    ? new DatabaseUnusableError(`${sentence(databaseFile)} (${code}).`, { cause: error })
    : error;
}

const sentences: [code: RegExp, sentence: (databaseFile: string) => string][] = [
  [
    /^(EACCES|EPERM|EROFS|ENOENT|ENOTDIR|EEXIST|EISDIR|ELOOP|ENAMETOOLONG|SQLITE_CANTOPEN.*|SQLITE_READONLY.*)$/,
    (databaseFile) =>
      `The database ${databaseFile} cannot be written: make its folder writable or choose another file with DATABASE_URL`,
  ],
  [/^(ENOSPC|SQLITE_FULL)$/, (databaseFile) => `There is no space left for the database ${databaseFile}`],
  [
    /^(SQLITE_NOTADB|SQLITE_CORRUPT.*)$/,
    (databaseFile) =>
      `${databaseFile} is not a sound SQLite database: choose another file with DATABASE_URL or move it away`,
  ],
];
