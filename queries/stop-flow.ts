import { useMutation } from '@tanstack/react-query';
import { StopFlowResponse } from '@/contract/shapes.gen';
import { type Asker, callAppFlow } from './call-appflow';

interface StopFlow extends Asker {
  flowName: string;
  /** When the service starts it again by itself, in epoch milliseconds. */
  until?: number | undefined;
}

/** Stops a flow. Never paused, never sent again by itself: a stop that arrives minutes later does harm. */
export function useStopFlow() {
  return useMutation({
    mutationFn: ({ flowName, until, ...asker }: StopFlow) =>
      callAppFlow('/stop-flow', { flowName }, StopFlowResponse, asker, {
        headers: until === undefined ? {} : { 'x-sluice-until': String(until) },
      }),
    networkMode: 'always',
    retry: false,
  });
}
