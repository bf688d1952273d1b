import { z } from 'zod';
import type { RunHour } from '@/contract/activity';
import { standings, type Viewer, type World } from '@/contract/console';
import type { Overview } from '@/contract/overview';
import { services } from '../context';
import { answerRead, fresh } from './answer';
import { toFlowRow } from './flow-row';
import { checkMayRead } from './viewer';

const HOUR_MS = 3_600_000;
const HOURS = 24;
/** How many of each are named; the list of flows has the rest. */
const FLOWS_NAMED = 6;
const CHANGES_NAMED = 8;

/** The fleet of a world: what needs a person, what is stopped, what runs and ran, and who changed what. */
export async function readOverview(viewer: Viewer, world: World): Promise<Overview> {
  checkMayRead(viewer, world);
  const { data, clock } = services();
  const asOf = clock.now();
  const firstHour = (Math.floor(asOf / HOUR_MS) - HOURS + 1) * HOUR_MS;
  const counts = data.flows.counts(world);
  const [needsAttention, stoppedForGood, runHours, stoppedUntil, running, next, changes] = await Promise.all([
    data.overview.needsAttention(world, FLOWS_NAMED),
    data.overview.stoppedForGood(world, FLOWS_NAMED),
    data.overview.runHours(world, firstHour),
    data.overview.stoppedUntil(world, FLOWS_NAMED),
    data.overview.running(world, FLOWS_NAMED),
    data.overview.next(world, asOf + HOUR_MS, FLOWS_NAMED),
    data.events.madeByPeople(world, CHANGES_NAMED),
  ]);
  const toRow = (flow: Parameters<typeof toFlowRow>[0]) => toFlowRow(flow, asOf);
  return {
    existing: standings.reduce((sum, standing) => sum + (standing === 'deleted' ? 0 : counts[standing]), 0),
    counts,
    needsAttention: needsAttention.map(toRow),
    stoppedForGood: stoppedForGood.map(toRow),
    stoppedUntil: { ...stoppedUntil, flows: stoppedUntil.flows.map(toRow) },
    runHours: everyHour(runHours, firstHour),
    running: { flows: running.flows.map(toRow), runs: running.runs },
    next: { ...next, flows: next.flows.map(toRow) },
    changes,
    asOf,
  };
}

/** Answers `GET /api/overview`. */
export function answerOverview(request: Request): Promise<Response> {
  return answerRead(request, z.object({}), async (viewer, world) => fresh(await readOverview(viewer, world)));
}

function everyHour(known: RunHour[], first: number): RunHour[] {
  return Array.from({ length: HOURS }, (_, index) => {
    const hour = first + index * HOUR_MS;
    return known.find((each) => each.hour === hour) ?? { hour, successful: 0, failed: 0, canceled: 0 };
  });
}
