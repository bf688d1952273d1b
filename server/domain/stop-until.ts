const LONGEST_STOP_MS = 366 * 86_400_000;

/** Whether a flow may be stopped until a time (epoch milliseconds): one to come, within a year. */
export function mayStartAgainAt(at: number, now: number): boolean {
  return at > now && at <= now + LONGEST_STOP_MS;
}

/** The later of two times to start again; undefined is never. */
export function laterOf(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : Math.max(one, other);
}
