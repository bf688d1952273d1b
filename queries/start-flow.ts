import { useMutation } from '@tanstack/react-query';
import { StartFlowResponse } from '@/contract/shapes.gen';
import { type Asker, callAppFlow } from './call-appflow';

interface StartFlow extends Asker {
  flowName: string;
  /** The same on every try of one start, so that an on-demand flow cannot run twice. */
  clientToken: string;
}

/** Starts a flow, or one run of an on-demand flow. Never paused, never sent again by itself. */
export function useStartFlow() {
  return useMutation({
    mutationFn: ({ flowName, clientToken, ...asker }: StartFlow) =>
      callAppFlow('/start-flow', { flowName, clientToken }, StartFlowResponse, asker),
    networkMode: 'always',
    retry: false,
  });
}
