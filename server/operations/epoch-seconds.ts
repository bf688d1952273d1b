/** A time as the wire carries it: epoch seconds, with milliseconds as the fraction. */
export function toEpochSeconds(epochMs: number): number {
  return epochMs / 1_000;
}
