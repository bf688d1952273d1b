import type { Moment } from '@/server/data/replay';

/** The demo fleet: about 40 flows in the default world, with a history up to `now` (epoch milliseconds). */
export function demoFleet(_now: number): Moment[] {
  return [];
}
