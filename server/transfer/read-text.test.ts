import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { readText } from './read-text';

const textOf = (...chunks: Buffer[]) => readText(Readable.from(chunks));

test('reads UTF-8 across chunks, and the UTF-16 of Windows PowerShell', async () => {
  const bytes = Buffer.from('{"description": "Zoë"}');
  const middle = bytes.indexOf('ë') + 1;
  expect(await textOf(bytes.subarray(0, middle), bytes.subarray(middle))).toBe('{"description": "Zoë"}');
  expect(await textOf(Buffer.from('\ufeff{"a": "ë"}', 'utf16le'))).toBe('{"a": "ë"}');
  expect(await textOf(Buffer.from('\ufeff{}'))).toBe('{}');
});

test('refuses what is no text, and what has no end', async () => {
  await expect(textOf(Buffer.from([0x80, 0x81]))).rejects.toThrow('it is not text in UTF-8.');
  function* endless(): Generator<Buffer> {
    for (;;) {
      yield Buffer.alloc(8 * 1024 * 1024);
    }
  }
  await expect(readText(Readable.from(endless()))).rejects.toThrow('it is larger than 64 MB: divide it.');
});
