import { useMutation } from '@tanstack/react-query';
import { StopFlowResponse } from '@/contract/shapes.gen';
import { type Asker, callAppFlow } from './call-appflow';

interface StopFlow extends Asker {
  flowName: string;
}

/** Stops a flow. Never paused, never sent again by itself: a stop that arrives minutes later does harm. */
export function useStopFlow() {
  return useMutation({
    mutationFn: ({ flowName, ...asker }: StopFlow) =>
      callAppFlow('/stop-flow', { flowName }, StopFlowResponse, asker),
    networkMode: 'always',
    retry: false,
  });
}
