import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isApiException } from '@/contract/errors';
import type { CreateFlowRequest } from '@/contract/shapes.gen';
import type { Context } from '../context';
import {
  expected,
  later,
  type ModelFlow,
  type Outcome,
  PERIOD_MS,
  type Step,
  THRESHOLD,
  type TriggerType,
} from '../testing/flow-model';
import { flowRequest, openTestServices, type TestServices } from '../testing/open-test-services';
import { runOnce } from '../testing/run-once';
import { cancelFlowExecutions } from './cancel-flow-executions';
import { createFlow } from './create-flow';
import { deleteFlow } from './delete-flow';
import { describeFlow } from './describe-flow';
import { describeFlowExecutionRecords } from './describe-flow-execution-records';
import { listFlows } from './list-flows';
import { startFlow } from './start-flow';
import { stopFlow } from './stop-flow';
import { asked } from './submission';
import { updateFlow } from './update-flow';

interface Model {
  now: number;
  flows: Map<string, ModelFlow>;
}

/** The services change when they are killed. */
interface Real {
  services: TestServices;
}

/** What was answered, and how a run that began is called. */
interface Answered {
  outcome: Outcome;
  executionId?: string;
}

function definition(flowName: string, triggerType: TriggerType): CreateFlowRequest {
  const request = flowRequest(flowName, triggerType);
  const schedule = request.triggerConfig.triggerProperties?.Scheduled;
  return schedule
    ? {
        ...request,
        triggerConfig: {
          triggerType,
          triggerProperties: { Scheduled: { ...schedule, flowErrorDeactivationThreshold: THRESHOLD } },
        },
      }
    : request;
}

async function call(ctx: Context, flowName: string, step: Step): Promise<Answered> {
  try {
    return await carriedOut(ctx, flowName, step);
  } catch (error) {
    if (!isApiException(error)) throw error;
    return { outcome: { exception: error.name } };
  }
}

async function carriedOut(ctx: Context, flowName: string, step: Step): Promise<Answered> {
  switch (step.operation) {
    case 'CreateFlow': {
      const { flowStatus } = await createFlow(definition(flowName, step.triggerType), ctx);
      return { outcome: { flowStatus } };
    }
    case 'UpdateFlow': {
      const { flowStatus } = await updateFlow(definition(flowName, step.triggerType), ctx);
      return { outcome: { flowStatus } };
    }
    case 'StartFlow': {
      const { flowStatus, executionId } = await startFlow({ flowName }, ctx);
      return { outcome: { flowStatus, begins: executionId !== undefined }, executionId };
    }
    case 'StopFlow': {
      const { flowStatus } = await stopFlow({ flowName }, ctx);
      return { outcome: { flowStatus } };
    }
    case 'DeleteFlow':
      await deleteFlow({ flowName, forceDelete: step.forceDelete }, ctx);
      return { outcome: {} };
    case 'CancelFlowExecutions': {
      const { executionIds } = step;
      const { invalidExecutions } = await cancelFlowExecutions({ flowName, executionIds }, ctx);
      return { outcome: { invalidExecutions } };
    }
    case 'ChangeStatus':
      await ctx.data.submit({
        ...asked(ctx, flowName),
        command: { ...step, flowStatusMessage: 'The source is gone.' },
        answer: () => undefined,
      });
      return { outcome: {} };
    case 'LetRunsFail':
      await ctx.data.submit({
        ...asked(ctx, flowName),
        command: { operation: 'SimulateExecutions', simulation: { failures: { rate: 1 } } },
        answer: () => undefined,
      });
      return { outcome: {} };
  }
}

const names = ['orders', 'export'];

/** What every client sees of the flows must be what the model has. */
async function compare(model: Model, { services }: Real): Promise<void> {
  const ctx = services.contextOf('Ana');
  for (const flowName of names) {
    expect(await seen(ctx, flowName)).toEqual(view(model.flows.get(flowName)));
  }
  const { flows = [] } = await listFlows({}, ctx);
  expect(flows.map((flow) => flow.flowName).sort()).toEqual([...model.flows.keys()].sort());
}

async function seen(ctx: Context, flowName: string) {
  try {
    const { triggerConfig, flowStatus, flowStatusMessage, schemaVersion, lastRunExecutionDetails } =
      await describeFlow({ flowName }, ctx);
    const { flowExecutions = [] } = await describeFlowExecutionRecords({ flowName, maxResults: 100 }, ctx);
    return {
      triggerType: triggerConfig?.triggerType,
      flowStatus,
      hasMessage: flowStatusMessage !== undefined,
      schemaVersion,
      lastRun: lastRunExecutionDetails?.mostRecentExecutionStatus,
      runs: Object.fromEntries(flowExecutions.map((run) => [run.executionId, run.executionStatus])),
    };
  } catch (error) {
    if (!isApiException(error)) throw error;
    return error.name;
  }
}

function view(flow: ModelFlow | undefined) {
  return flow
    ? {
        triggerType: flow.triggerType,
        flowStatus: flow.flowStatus,
        hasMessage: flow.hasMessage,
        schemaVersion: flow.schemaVersion,
        lastRun: flow.runs.at(-1)?.executionStatus,
        runs: Object.fromEntries(
          flow.runs.map(({ executionId, executionStatus }) => [executionId, executionStatus]),
        ),
      }
    : 'ResourceNotFoundException';
}

type Command = fc.AsyncCommand<Model, Real>;

/** Several steps at one flow at once: the answers and what is there afterwards must be those of some order. */
function together(flowName: string, ...asked: fc.Arbitrary<Step>[]): fc.Arbitrary<Command> {
  return fc.tuple(fc.nat(20), ...asked).map(([picked, ...steps]) => ({
    check: () => true,
    run: async (model, real) => {
      const before = model.flows.get(flowName);
      const meant = steps.map((step) => withRun(step, before, picked));
      const ctx = real.services.contextOf('Ana');
      const answers = await Promise.all(meant.map((step) => call(ctx, flowName, step)));
      const present = await seen(ctx, flowName);
      const calls = meant.map((step, index) => ({ step, answered: answers[index] }));
      const possible = orders(calls).find((order) => {
        const after = inOrder(before, order, model.now);
        return after.asAnswered && equal(view(after.flow), present);
      });
      if (!possible) {
        expect.fail(`No order of these explains ${JSON.stringify(present)}: ${JSON.stringify(calls)}`);
      }
      const { flow } = inOrder(before, possible, model.now);
      if (flow) model.flows.set(flowName, flow);
      else model.flows.delete(flowName);
      await compare(model, real);
    },
    toString: () => `${flowName}: ${steps.map((step) => JSON.stringify(step)).join(' and at once ')}`,
  }));
}

interface Call {
  step: Step;
  answered: Answered | undefined;
}

function inOrder(before: ModelFlow | undefined, order: Call[], now: number) {
  let flow = before;
  let asAnswered = true;
  for (const { step, answered } of order) {
    const next = expected(flow, step, now, answered?.executionId);
    flow = next.flow;
    asAnswered &&= equal(next.outcome, answered?.outcome);
  }
  return { flow, asAnswered };
}

function orders<Item>(items: Item[]): Item[][] {
  return items.length <= 1
    ? [items]
    : items.flatMap((item, index) => orders(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}

function equal(one: unknown, other: unknown): boolean {
  try {
    expect(one).toEqual(other);
    return true;
  } catch {
    return false;
  }
}

/** A request to cancel one run names one that there is, where there is one, and one that there is not. */
function withRun(step: Step, flow: ModelFlow | undefined, picked: number): Step {
  if (step.operation !== 'CancelFlowExecutions' || step.executionIds === undefined) return step;
  const ids = (flow?.runs ?? []).flatMap(({ executionId }) => executionId ?? []);
  return {
    ...step,
    executionIds: [...step.executionIds, ...ids.slice(picked % (ids.length + 1)).slice(0, 1)],
  };
}

function timePasses(ms: number): Command {
  return {
    check: () => true,
    run: async (model, real) => {
      model.now += ms;
      real.services.time.now = model.now;
      await runOnce(real.services);
      for (const [flowName, flow] of model.flows) {
        const runs = await describeFlowExecutionRecords(
          { flowName, maxResults: 100 },
          real.services.contextOf('Ana'),
        );
        model.flows.set(flowName, withIds(later(flow, model.now), runs.flowExecutions ?? []));
      }
      await compare(model, real);
    },
    toString: () => `${ms} ms pass`,
  };
}

/** The model learns the id of the run that the service began, of which there is at most one a look. */
function withIds(flow: ModelFlow, executions: { executionId?: string }[]): ModelFlow {
  const known = flow.runs.map(({ executionId }) => executionId);
  const unknown = executions.find(({ executionId }) => !known.includes(executionId));
  return {
    ...flow,
    runs: flow.runs.map((run) => ({ ...run, executionId: run.executionId ?? unknown?.executionId })),
  };
}

const killed: Command = {
  check: () => true,
  run: async (model, real) => {
    real.services = await openTestServices({ killed: real.services });
    await compare(model, real);
  },
  toString: () => 'kill -9 and start again',
};

const triggerTypes = fc.constantFrom<TriggerType[]>('OnDemand', 'Scheduled', 'Event');

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    operation: fc.constant('CreateFlow' as const),
    triggerType: triggerTypes,
    fails: fc.boolean(),
  }),
  fc.record({ operation: fc.constant('UpdateFlow' as const), triggerType: triggerTypes }),
  fc.record({ operation: fc.constant('StartFlow' as const) }),
  fc.record({ operation: fc.constant('StartFlow' as const) }),
  fc.record({ operation: fc.constant('StopFlow' as const) }),
  fc.record({ operation: fc.constant('DeleteFlow' as const), forceDelete: fc.boolean() }),
  fc.constant<Step>({ operation: 'LetRunsFail' }),
  fc.constant<Step>({ operation: 'CancelFlowExecutions' }),
  fc.constant<Step>({ operation: 'CancelFlowExecutions', executionIds: ['no-such-run'] }),
  fc.record({
    operation: fc.constant('ChangeStatus' as const),
    flowStatus: fc.constantFrom('Errored' as const, 'Deprecated' as const),
  }),
);

const commands = fc.constantFrom(...names).chain((flowName): fc.Arbitrary<Command> =>
  fc.oneof(
    { weight: 8, arbitrary: together(flowName, steps) },
    { weight: 3, arbitrary: together(flowName, steps, steps, steps) },
    {
      weight: 5,
      arbitrary: fc
        .constantFrom(400, 1_000, 90_000, PERIOD_MS, PERIOD_MS, 3 * PERIOD_MS + 17)
        .map(timePasses),
    },
    { weight: 1, arbitrary: fc.constant(killed) },
  ),
);

/** Where a sequence begins: with nothing, or with a scheduled flow that is active and whose runs fail. */
const beginnings = fc.constantFrom<Step[][]>(
  [],
  [
    { operation: 'CreateFlow', triggerType: 'Scheduled' },
    { operation: 'LetRunsFail' },
    { operation: 'StartFlow' },
  ],
);

async function begin(beginning: Step[]): Promise<{ model: Model; real: Real }> {
  const services = await openTestServices();
  const model: Model = { now: services.time.now, flows: new Map() };
  for (const step of beginning) {
    await call(services.contextOf('Ana'), 'orders', step);
    const { flow } = expected(model.flows.get('orders'), step, model.now, undefined);
    if (flow) model.flows.set('orders', flow);
  }
  return { model, real: { services } };
}

test('whatever is done to flows, alone or at once, over time and through kill -9, they are as the state table says', async () => {
  await fc.assert(
    fc.asyncProperty(
      beginnings,
      fc.commands([commands], { maxCommands: 40, size: 'max' }),
      (beginning, run) => fc.asyncModelRun(() => begin(beginning), run),
    ),
    { numRuns: 20 },
  );
}, 120_000);
