import { useMutation } from '@tanstack/react-query';
import { DeleteFlowResponse } from '@/contract/shapes.gen';
import { type Asker, callAppFlow } from './call-appflow';

interface DeleteFlow extends Asker {
  flowName: string;
  /** Without it the service refuses to delete an active scheduled or event-triggered flow. */
  forceDelete: boolean;
}

/** Deletes a flow. Never paused, never sent again by itself. */
export function useDeleteFlow() {
  return useMutation({
    mutationFn: ({ flowName, forceDelete, ...asker }: DeleteFlow) =>
      callAppFlow('/delete-flow', { flowName, forceDelete }, DeleteFlowResponse, asker),
    networkMode: 'always',
    retry: false,
  });
}
