/** Failed attempts to sign in that are borne in a minute, for one key and over all. */
const PER_KEY = 10;
const OVERALL = 100;
const WINDOW_MS = 60_000;

/** Slows down whoever guesses secrets; forgets with the minute, and with the process. */
export interface Attempts {
  areTooMany(accessKeyId: string, now: number): boolean;
  noteFailure(accessKeyId: string, now: number): void;
}

export function createAttempts(): Attempts {
  let windowStart = -Infinity;
  let overall = 0;
  const byKey = new Map<string, number>();

  function forgetOld(now: number): void {
    if (now - windowStart >= WINDOW_MS) {
      windowStart = now;
      overall = 0;
      byKey.clear();
    }
  }

  return {
    areTooMany(accessKeyId, now) {
      forgetOld(now);
      return overall >= OVERALL || (byKey.get(accessKeyId) ?? 0) >= PER_KEY;
    },
    noteFailure(accessKeyId, now) {
      forgetOld(now);
      overall += 1;
      byKey.set(accessKeyId, (byKey.get(accessKeyId) ?? 0) + 1);
    },
  };
}
