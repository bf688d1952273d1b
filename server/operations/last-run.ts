import type { ExecutionDetails } from '@/contract/shapes.gen';
import type { Flow } from '../domain/flow';
import { toEpochSeconds } from './epoch-seconds';

/** The newest run as DescribeFlow and ListFlows show it. */
export function lastRunExecutionDetails({ lastExecution }: Flow): ExecutionDetails | undefined {
  return (
    lastExecution && {
      mostRecentExecutionStatus: lastExecution.executionStatus,
      mostRecentExecutionTime: toEpochSeconds(lastExecution.at),
      mostRecentExecutionMessage: lastExecution.message,
    }
  );
}
