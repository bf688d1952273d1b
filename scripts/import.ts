import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { openData } from '@/server/data/open-data';
import { parseEnv } from '@/server/env';
import { importFlows, summaryOf } from '@/server/transfer/import-flows';
import { readFlows } from '@/server/transfer/read-flows';
import { readText } from '@/server/transfer/read-text';
import { readArguments } from '@/server/transfer/transfer-arguments';
import { TransferError } from '@/server/transfer/transfer-error';
import { tellMistakes, userPath } from './tell-mistakes';

const USAGE =
  'npm run import -- FILE… [--account 123456789012] [--region us-east-1]\n' +
  'FILE is what `aws appflow list-flows` or `aws appflow describe-flow` printed, or npm run export wrote; - is standard input.';

async function read(file: string): Promise<{ file: string; text: string }> {
  try {
    return { file, text: await readText(file === '-' ? process.stdin : createReadStream(userPath(file))) };
  } catch (error) {
    if (error instanceof Error && ('code' in error || error.name === 'TransferError')) {
      throw new TransferError(`${file}: ${error.message}`);
    }
    throw error;
  }
}

/** What a file says may have anything in it, but nothing that a terminal would act on. */
function printable(line: string): string {
  return line.replaceAll(/\p{C}+/gu, ' ');
}

/** `npm run import`: all of the flows of some files, or none of them. */
await tellMistakes(async () => {
  const { files, world } = readArguments(process.argv.slice(2), USAGE);
  const { databaseFile } = parseEnv(process.env);
  const { flows, notes, refusals } = readFlows(await Promise.all(files.map(read)), world);
  notes.forEach((note) => {
    console.error(printable(note));
  });
  if (refusals.length === 0 && flows.length === 0) {
    throw new TransferError('There is no flow to import.');
  }
  if (refusals.length === 0) {
    // A new database begins with these flows alone.
    const data = await openData({
      databaseFile,
      now: () => Date.now(),
      newId: () => randomUUID(),
      history: () => [],
      onCommit: () => undefined,
      onFatal: () => undefined,
    });
    try {
      const actor = process.env.USER ?? process.env.USERNAME ?? 'import';
      refusals.push(...importFlows(flows, { data, newId: () => randomUUID(), actor }));
    } finally {
      await data.close();
    }
  }
  if (refusals.length > 0) {
    throw new TransferError([...refusals.map(printable), 'Nothing was imported.'].join('\n'));
  }
  summaryOf(flows).forEach((line) => {
    console.log(line);
  });
});
