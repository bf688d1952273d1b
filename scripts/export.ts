import { writeFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { openFlows } from '@/server/data/open-data';
import { parseEnv } from '@/server/env';
import { exportFlows } from '@/server/transfer/export-flows';
import { readArguments } from '@/server/transfer/transfer-arguments';
import { TransferError } from '@/server/transfer/transfer-error';
import { tellMistakes, userPath } from './tell-mistakes';

const USAGE =
  'npm run export -- FILE [--account 123456789012] [--region us-east-1]\n' +
  'FILE gets what DescribeFlow answers for each flow; - is standard output.';

async function write(file: string, text: string): Promise<void> {
  try {
    if (file === '-') {
      await pipeline([text], process.stdout, { end: false });
    } else {
      writeFileSync(userPath(file), text);
    }
  } catch (error) {
    throw error instanceof Error && 'code' in error ? new TransferError(`${file}: ${error.message}`) : error;
  }
}

/** `npm run export`: the flows as they are, beside the server that may be running. */
await tellMistakes(async () => {
  const { files, world } = readArguments(process.argv.slice(2), USAGE);
  const [file] = files;
  if (file === undefined || files.length > 1) {
    throw new TransferError(USAGE);
  }
  const { databaseFile } = parseEnv(process.env);
  const reader = await openFlows(databaseFile);
  try {
    const flows = await reader.all(world);
    await write(file, exportFlows(flows));
    console.error(`Exported ${flows.length} flows of ${databaseFile}.`);
  } finally {
    await reader.close();
  }
});
