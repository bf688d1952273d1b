import { StartFlowResponse } from '@/contract/shapes.gen';
import { flowArn } from '../domain/arn';
import type { Handler } from './handler';
import { asked, tokenFor } from './submission';

/** Activates a scheduled or event-triggered flow, or begins a run of an on-demand one and answers its executionId. */
export const startFlow: Handler<'StartFlow'> = ({ flowName, clientToken }, ctx) =>
  ctx.data.submit({
    ...asked(ctx, flowName),
    command: {
      operation: 'StartFlow',
      execution: { executionId: ctx.ids.next() },
      executionQuota: ctx.quotas.executions,
    },
    clientToken: tokenFor(clientToken, { flowName }, StartFlowResponse),
    answer: ({ flow, executionChange }) => ({
      flowArn: flowArn(flow, flowName),
      flowStatus: flow.flowStatus,
      executionId: executionChange?.kind === 'started' ? executionChange.execution.executionId : undefined,
    }),
  });
