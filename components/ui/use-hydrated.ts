import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** False while the page is the server's markup, true as soon as it reacts to clicks and knows the browser's own settings. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
