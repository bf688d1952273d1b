import { expect, it } from 'vitest';
import { bytesText, numberText } from './quantity';

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1_000, '1.0 KB'],
  [433_210, '433 KB'],
  [1_240_000, '1.2 MB'],
  [5e15, '5000 TB'],
])('%d bytes are %s', (bytes, text) => {
  expect(bytesText(bytes)).toBe(text);
});

it('groups the digits of a number', () => {
  expect(numberText(12_480)).toBe('12,480');
});
