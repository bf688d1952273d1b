import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
const unstored = new Map<string, string | undefined>();

function read(key: string): string | undefined {
  if (unstored.has(key)) return unstored.get(key);
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** Keeps a text in this browser; where storage is blocked, in this page until it is left. */
export function storeText(key: string, text: string | undefined): void {
  try {
    if (text === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    unstored.delete(key);
  } catch {
    unstored.set(key, text);
  }
  listeners.forEach((listener) => listener());
}

/** A text kept in this browser, the same in every tab; undefined on the server and during hydration. */
export function useStoredText(key: string): string | undefined {
  return useSyncExternalStore(
    subscribe,
    () => read(key),
    () => undefined,
  );
}
