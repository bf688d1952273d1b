import type { KeyboardEvent } from 'react';

/** On a form that asks: an Enter that is still held from before must not answer it. */
export function ignoreHeldEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.repeat) event.preventDefault();
}
