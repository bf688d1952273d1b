import { describe, expect, test } from 'vitest';
import type { ExceptionName } from '@/contract/errors';
import { operations } from '@/contract/operations';
import type { Context } from '../context';
import { flowRequest, openTestServices } from '../testing/open-test-services';
import { cancelFlowExecutions } from './cancel-flow-executions';
import { createFlow } from './create-flow';
import { deleteFlow } from './delete-flow';
import { describeFlow } from './describe-flow';
import { describeFlowExecutionRecords } from './describe-flow-execution-records';
import { handlers, type ServedOperation } from './index';
import { listFlows } from './list-flows';
import { startFlow } from './start-flow';
import { stopFlow } from './stop-flow';
import { updateFlow } from './update-flow';

type Meeting = (ctx: Context) => Promise<unknown>;

/** How a client meets each error that an operation declares, in a world with an active flow, a draft and one that runs on demand. */
const met: Record<ServedOperation, Partial<Record<ExceptionName, Meeting>>> = {
  CancelFlowExecutions: {
    ResourceNotFoundException: (ctx) => cancelFlowExecutions({ flowName: 'nothing' }, ctx),
  },
  DescribeFlowExecutionRecords: {
    ResourceNotFoundException: (ctx) => describeFlowExecutionRecords({ flowName: 'nothing' }, ctx),
    ValidationException: (ctx) =>
      describeFlowExecutionRecords({ flowName: 'active', nextToken: 'nonsense' }, ctx),
  },
  CreateFlow: {
    ConflictException: (ctx) => createFlow(flowRequest('active', 'Event'), ctx),
    ServiceQuotaExceededException: (ctx) =>
      createFlow(flowRequest('new', 'Event'), { ...ctx, quotas: { flows: 3 } }),
    ValidationException: (ctx) => createFlow({ ...flowRequest('new', 'Event'), tasks: [] }, ctx),
  },
  DeleteFlow: {
    ConflictException: (ctx) => deleteFlow({ flowName: 'active' }, ctx),
    ResourceNotFoundException: (ctx) => deleteFlow({ flowName: 'nothing' }, ctx),
  },
  DescribeFlow: { ResourceNotFoundException: (ctx) => describeFlow({ flowName: 'nothing' }, ctx) },
  ListFlows: { ValidationException: (ctx) => listFlows({ nextToken: 'nonsense' }, ctx) },
  StartFlow: {
    ConflictException: async (ctx) => {
      await startFlow({ flowName: 'active', clientToken: 'token-1' }, ctx);
      await startFlow({ flowName: 'draft', clientToken: 'token-1' }, ctx);
    },
    ResourceNotFoundException: (ctx) => startFlow({ flowName: 'nothing' }, ctx),
    ServiceQuotaExceededException: async (ctx) => {
      await startFlow({ flowName: 'on-demand' }, ctx);
      await startFlow({ flowName: 'on-demand' }, { ...ctx, quotas: { executions: 1 } });
    },
  },
  StopFlow: {
    ConflictException: (ctx) => stopFlow({ flowName: 'draft' }, ctx),
    ResourceNotFoundException: (ctx) => stopFlow({ flowName: 'nothing' }, ctx),
    UnsupportedOperationException: (ctx) => stopFlow({ flowName: 'on-demand' }, ctx),
  },
  UpdateFlow: {
    ConflictException: async (ctx) => {
      await updateFlow({ ...flowRequest('draft', 'Event'), clientToken: 'token-1' }, ctx);
      await updateFlow({ ...flowRequest('active', 'Event'), clientToken: 'token-1' }, ctx);
    },
    ResourceNotFoundException: (ctx) => updateFlow(flowRequest('nothing', 'Event'), ctx),
    ServiceQuotaExceededException: (ctx) =>
      updateFlow(flowRequest('active', 'Event'), { ...ctx, quotas: { flows: 2 } }),
    ValidationException: (ctx) => updateFlow(flowRequest('active', 'Scheduled'), ctx),
  },
};

/** Declared errors that no client can meet yet. */
const notYet: Partial<Record<ExceptionName, { why: string; operations: ServedOperation[] }>> = {
  AccessDeniedException: {
    why: 'open mode lets everybody in',
    operations: ['CancelFlowExecutions', 'CreateFlow', 'UpdateFlow'],
  },
  ThrottlingException: {
    why: 'it is the wire’s answer, where SLUICE_RATE_LIMIT is set',
    operations: ['CancelFlowExecutions'],
  },
  ValidationException: {
    why: 'it is the contract’s, before the operation',
    operations: ['CancelFlowExecutions'],
  },
  ConnectorAuthenticationException: {
    why: 'no connector is called',
    operations: ['CreateFlow', 'UpdateFlow'],
  },
  ConnectorServerException: { why: 'no connector is called', operations: ['CreateFlow', 'UpdateFlow'] },
  ResourceNotFoundException: { why: 'connector profiles are not served yet', operations: ['CreateFlow'] },
};

async function openWorld(): Promise<Context> {
  const ctx = (await openTestServices()).contextOf('Ana');
  await createFlow(flowRequest('active', 'Event'), ctx);
  await startFlow({ flowName: 'active' }, ctx);
  await createFlow(flowRequest('draft', 'Event'), ctx);
  await createFlow(flowRequest('on-demand', 'OnDemand'), ctx);
  return ctx;
}

describe.each(Object.keys(handlers) as ServedOperation[])('%s', (operation) => {
  test.each(Object.entries(met[operation]))('answers %s', async (name, meet) => {
    expect(operations[operation].errors).toContain(name);
    await expect(meet(await openWorld())).rejects.toMatchObject({ name });
  });

  test('every error that it declares is met above, cannot be met yet, or is the wire’s answer to the unforeseen', () => {
    const unmet = operations[operation].errors.filter(
      (name) => name !== 'InternalServerException' && met[operation][name] === undefined,
    );
    const listed = Object.entries(notYet).filter(([, entry]) => entry.operations.includes(operation));
    expect([...unmet].sort()).toEqual(listed.map(([name]) => name).sort());
  });
});
