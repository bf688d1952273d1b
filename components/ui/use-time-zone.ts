import { useHydrated } from './use-hydrated';

/** The time zone to tell times in: UTC in the server's markup, which does not know the reader's, then that (undefined). */
export function useTimeZone(): 'UTC' | undefined {
  return useHydrated() ? undefined : 'UTC';
}
