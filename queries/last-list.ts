import { useEffect, useSyncExternalStore } from 'react';
import type { World } from '@/contract/console';
import { isSameWorld, worldFrom, worldHref } from './world';

const storageKey = 'sluice.list';
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Remembers in this tab which list was looked at last; its address begins with the path. */
export function useRememberList(href: string): void {
  useEffect(() => {
    try {
      sessionStorage.setItem(storageKey, href);
    } catch {
      // Where nothing may be stored, the way back leads to the whole list.
    }
    listeners.forEach((listener) => listener());
  }, [href]);
}

/** The way back to the list of a world as it was looked at last in this tab, or to the whole one. */
export function useListHref(world: World): string {
  const whole = worldHref('/flows', world);
  const last = useSyncExternalStore(subscribe, remembered, () => undefined);
  if (last === undefined) return whole;
  return isSameWorld(worldFrom(new URLSearchParams(last.split('?')[1])), world) ? last : whole;
}

function remembered(): string | undefined {
  try {
    return sessionStorage.getItem(storageKey) ?? undefined;
  } catch {
    return undefined;
  }
}
