import { TransferError } from './transfer-error';

/** More than a thousand flows with their field mappings. */
const LARGEST_MB = 64;

/** The text of a file or stream: UTF-8, or UTF-16 as Windows PowerShell writes what a command prints. Throws TransferError. */
export async function readText(chunks: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > LARGEST_MB * 1024 * 1024) {
      throw new TransferError(`it is larger than ${LARGEST_MB} MB: divide it.`);
    }
    parts.push(chunk);
  }
  const bytes = Buffer.concat(parts);
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new TransferError('it is not text in UTF-8.');
  }
}
