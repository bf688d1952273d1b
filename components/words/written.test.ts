import { expect, it } from 'vitest';
import { written } from './written';

it('leaves what people usually write as it is', () => {
  expect(written('INC-1: prêt? 👩‍🔧')).toBe('INC-1: prêt? 👩‍🔧');
});

it('makes one line of several, and takes out what turns the words around', () => {
  expect(written('INC-1\n\tmoved\u0000on')).toBe('INC-1 moved on');
  expect(written('\u202eevil\u2066')).toBe('evil');
});

it('keeps what runs from right to left apart from the words beside it', () => {
  expect(written('תקלה')).toBe('\u2068תקלה\u2069');
});
