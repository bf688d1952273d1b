const LONGEST_STOP_MS = 366 * 86_400_000;

/** Whether a flow may be stopped until a time (epoch milliseconds): one to come, within a year. */
export function mayStartAgainAt(at: number, now: number): boolean {
  return at > now && at <= now + LONGEST_STOP_MS;
}
