import type { OperationName } from '@/contract/operations';
import { cancelFlowExecutions } from './cancel-flow-executions';
import { createFlow } from './create-flow';
import { deleteFlow } from './delete-flow';
import { describeFlow } from './describe-flow';
import { describeFlowExecutionRecords } from './describe-flow-execution-records';
import type { Handler } from './handler';
import { listFlows } from './list-flows';
import { startFlow } from './start-flow';
import { stopFlow } from './stop-flow';
import { updateFlow } from './update-flow';

/** The handlers of the operations that are served. */
export const handlers = {
  CancelFlowExecutions: cancelFlowExecutions,
  CreateFlow: createFlow,
  DeleteFlow: deleteFlow,
  DescribeFlow: describeFlow,
  DescribeFlowExecutionRecords: describeFlowExecutionRecords,
  ListFlows: listFlows,
  StartFlow: startFlow,
  StopFlow: stopFlow,
  UpdateFlow: updateFlow,
} satisfies { [Name in OperationName]?: Handler<Name> };

export type ServedOperation = keyof typeof handlers;
