import type { Clock } from '../context';

/** Beyond so many accounts, those that have their whole allowance are forgotten. */
const ACCOUNTS_KEPT = 10_000;

/**
 * Says whether a request of an account may be answered now: each account has `perSecond` requests a second, and as many at once
 * after a pause. Undefined is without end.
 */
export function createRateLimit(perSecond: number | undefined, clock: Clock): (account: string) => boolean {
  return perSecond === undefined ? () => true : limited(perSecond, clock);
}

function limited(perSecond: number, clock: Clock): (account: string) => boolean {
  const left = new Map<string, { requests: number; at: number }>();

  function allowance(account: string, now: number): number {
    const known = left.get(account);
    return known ? Math.min(perSecond, known.requests + ((now - known.at) / 1_000) * perSecond) : perSecond;
  }

  return (account) => {
    const now = clock.now();
    const requests = allowance(account, now);
    if (requests < 1) {
      return false;
    }
    if (left.size >= ACCOUNTS_KEPT) {
      [...left.keys()]
        .filter((each) => allowance(each, now) >= perSecond)
        .forEach((each) => left.delete(each));
    }
    left.set(account, { requests: requests - 1, at: now });
    return true;
  };
}
