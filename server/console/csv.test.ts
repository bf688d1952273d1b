import { expect, test } from 'vitest';
import { csvRow } from './csv';

test('what is plain stands as it is, what is empty too', () => {
  expect(csvRow(['orders', '', 'INC-1: a = b', 'a-b@c'])).toBe('orders,,INC-1: a = b,a-b@c\r\n');
  expect(csvRow([])).toBe('\r\n');
});

test.each([
  ['INC-1, urgent', '"INC-1, urgent"'],
  ['the "big" one', '"the ""big"" one"'],
  ['"', '""""'],
  ['one\ntwo', '"one\ntwo"'],
  ['one\rtwo', '"one\rtwo"'],
  ['one\r\ntwo', '"one\r\ntwo"'],
])('%j is quoted', (text, quoted) => {
  expect(csvRow([text])).toBe(`${quoted}\r\n`);
});

test.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', '"\'\r=1"'],
  ['\n=1', '"\'\n=1"'],
  ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
])('%j is no formula', (text, harmless) => {
  expect(csvRow([text])).toBe(`${harmless}\r\n`);
});
