import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ExecutionResult, Flow, PlannedExecution } from './flow';

/** How a flow's runs go. What is left out is as usual: every run succeeds after a second, and nothing begins a run of an event flow. */
export const Simulation = z.object({
  /** Two flows with the same seed have the same runs; the flow's name unless said. */
  seed: z.string().optional(),
  /** About how long a run takes. */
  durationMs: z.number().int().min(0).max(604_800_000).optional(),
  /** About how many records a run moves. */
  records: z.number().int().min(0).max(1_000_000_000).optional(),
  /** About how far apart events are that begin runs of an event flow. */
  eventEveryMs: z.number().int().min(1_000).max(31_536_000_000).optional(),
  failures: z
    .object({
      /** Which part of the runs fails, from 0 to 1. */
      rate: z.number().min(0).max(1).optional(),
      /** The numbers of the first and the last run that fail whatever the rate; a flow's first run is number 1. */
      from: z.number().int().min(1).optional(),
      to: z.number().int().min(1).optional(),
      /** What they say: of letters and digits, with no other signs than the API's shapes for such messages allow. */
      message: z
        .string()
        .max(2_048)
        .regex(/^[\w\s!@#.-]*$/)
        .optional(),
    })
    .optional(),
});
export type Simulation = z.infer<typeof Simulation>;

type Simulated = Pick<Flow, 'flowName' | 'simulation' | 'executionsStarted'>;

const USUAL_DURATION_MS = 1_000;
const USUAL_RECORDS = 5_000;
const BYTES_PER_RECORD = 412;
/** How far amounts and times are from what is usual, where a simulation says what that is. */
const SHORTEST = 0.7;
const LONGEST = 1.3;

/** The course of a flow's next run, should it begin at `now` (epoch milliseconds): it follows from the seed and the run's number. */
export function simulateExecution(flow: Simulated, now: number): Pick<PlannedExecution, 'endsAt' | 'plan'> {
  const { durationMs, records, failures } = flow.simulation ?? {};
  const number = flow.executionsStarted + 1;
  const fraction = (what: string) => fractionOf(flow, what, number);
  const about = (usual: number, what: string) =>
    Math.round(usual * (SHORTEST + fraction(what) * (LONGEST - SHORTEST)));
  const endsAt = now + (durationMs === undefined ? USUAL_DURATION_MS : about(durationMs, 'duration'));
  const isInRange =
    failures?.from !== undefined && number >= failures.from && number <= (failures.to ?? Infinity);
  if (failures && (isInRange || fraction('failure') < (failures.rate ?? 0))) {
    return { endsAt, plan: failed(failures.message) };
  }
  const recordsProcessed =
    records === undefined ? 1 + Math.floor(fraction('records') * USUAL_RECORDS) : about(records, 'records');
  const bytesProcessed = recordsProcessed * BYTES_PER_RECORD;
  return {
    endsAt,
    plan: { executionStatus: 'Successful', recordsProcessed, bytesProcessed, bytesWritten: bytesProcessed },
  };
}

/** When the next event begins a run of an event flow, after `now` (epoch milliseconds); undefined when its simulation has none. */
export function nextEventAt(flow: Simulated, now: number): number | undefined {
  const everyMs = flow.simulation?.eventEveryMs;
  return everyMs === undefined
    ? undefined
    : now +
        Math.ceil(
          everyMs * (SHORTEST + fractionOf(flow, 'event', flow.executionsStarted) * (LONGEST - SHORTEST)),
        );
}

function failed(message = 'The simulated run failed.'): ExecutionResult {
  return { executionStatus: 'Error', recordsProcessed: 0, bytesProcessed: 0, bytesWritten: 0, message };
}

/** A number from 0 to below 1 that looks arbitrary. */
function fractionOf({ flowName, simulation }: Simulated, what: string, number: number): number {
  const seed = simulation?.seed ?? flowName;
  return createHash('sha256').update(`${seed}\n${what}\n${number}`).digest().readUInt32BE() / 2 ** 32;
}
