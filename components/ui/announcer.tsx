'use client';

import { useSyncExternalStore } from 'react';

let message = '';
let count = 0;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Has a screen reader say the text when it has finished what it says now. */
export function announce(text: string): void {
  count += 1;
  // The same words twice in a row are only said again when the region's content changes.
  message = count % 2 === 0 ? text : `${text}\u00a0`;
  listeners.forEach((listener) => listener());
}

/** The one polite live region of the page, invisible; stands in the layout. */
export function Announcer() {
  const text = useSyncExternalStore(
    subscribe,
    () => message,
    () => '',
  );
  return (
    <div role="status" className="visually-hidden">
      {text}
    </div>
  );
}
