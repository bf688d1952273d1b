import { useMutation } from '@tanstack/react-query';
import { CreateFlowResponse, UpdateFlowResponse } from '@/contract/shapes.gen';
import { type Asker, callAppFlow } from './call-appflow';

interface SaveFlow extends Asker {
  /** The operation's input; the service checks it. */
  input: Record<string, unknown>;
  /** The same on every try of one save, so that a second one cannot fail because the first one worked. */
  clientToken: string;
}

/** Makes a flow. Never paused, never sent again by itself. */
export function useCreateFlow() {
  return useMutation({
    mutationFn: ({ input, clientToken, ...asker }: SaveFlow) =>
      callAppFlow('/create-flow', { ...input, clientToken }, CreateFlowResponse, asker),
    networkMode: 'always',
    retry: false,
  });
}

/** Replaces a flow's definition. Never paused, never sent again by itself. */
export function useUpdateFlow() {
  return useMutation({
    mutationFn: ({ input, clientToken, ...asker }: SaveFlow) =>
      callAppFlow('/update-flow', { ...input, clientToken }, UpdateFlowResponse, asker),
    networkMode: 'always',
    retry: false,
  });
}
