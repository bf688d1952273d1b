import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDocuments } from './json-documents';

const read = (text: string) => [...readDocuments(text)];

test('reads any documents, one after the other, however they are printed', () => {
  const documents = fc.array(fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue())));
  const indent = fc.constantFrom(undefined, 2, 4);
  fc.assert(
    fc.property(documents, indent, fc.constantFrom('', ' ', '\n', '\r\n\n'), (values, spaces, between) => {
      const text = values.map((value) => JSON.stringify(value, null, spaces)).join(between);
      const expected: unknown = JSON.parse(`[${values.map((value) => JSON.stringify(value)).join(',')}]`);
      expect(read(text).map(({ value }) => value)).toEqual(expected);
    }),
  );
});

test('says in which line a document begins', () => {
  expect(read('{\n  "a": 1\n}\n{\n}\n\n[]').map(({ line }) => line)).toEqual([1, 4, 7]);
});

test.each([
  ['flows:\n- name', /^line 1 is not JSON: \{ or \[ should stand there/],
  ['{}\n"flows"', /^line 2 is not JSON/],
  ['{}\n]', /^line 2 is not JSON/],
  ['\n{"flowName": undefined}', /^what begins in line 2 is not JSON: Unexpected token/],
  ['{"a": 1]', /^what begins in line 1 is not JSON/],
  ['\n{"flows": [', /^it ends in the middle of what begins in line 2\.$/],
  ['{"flowName": "', /^it ends in the middle/],
  ['[\n'.repeat(1_000_000), /^line 101 is nested deeper than anything that AppFlow says\.$/],
])('refuses %j in one line', (text, sentence) => {
  expect(() => read(text)).toThrow(expect.objectContaining({ name: 'TransferError' }));
  expect(() => read(text)).toThrow(sentence);
});
