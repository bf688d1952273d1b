import { useMutation } from '@tanstack/react-query';
import { CancelFlowExecutionsResponse } from '@/contract/shapes.gen';
import { type Asker, callAppFlow } from './call-appflow';

interface CancelFlowExecutions extends Asker {
  flowName: string;
  /** All that are in progress when left out. */
  executionIds?: string[];
}

/** Cancels runs of a flow. Never paused, never sent again by itself. */
export function useCancelFlowExecutions() {
  return useMutation({
    mutationFn: ({ flowName, executionIds, ...asker }: CancelFlowExecutions) =>
      callAppFlow(
        '/cancel-flow-executions',
        { flowName, ...(executionIds && { executionIds }) },
        CancelFlowExecutionsResponse,
        asker,
      ),
    networkMode: 'always',
    retry: false,
  });
}
