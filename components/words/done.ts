import type { FlowRow } from '@/contract/console';
import type { FlowStatus } from '@/contract/shapes.gen';
import { comingTime } from './time';

interface Deed {
  action: 'stop' | 'start' | 'cancel';
  /** The flow as it was shown before. */
  shown: Pick<FlowRow, 'flowName' | 'flowStatus' | 'triggerType' | 'startsAgainAt'>;
  /** Until when a stop lasts, in epoch milliseconds. */
  until?: number | undefined;
}

/** Whether a stop changed only until when a flow that was stopped before stays so. */
export function changedOnlyUntil({ action, shown, until }: Deed, answered: FlowStatus | undefined): boolean {
  return action === 'stop' && answered === shown.flowStatus && until !== shown.startsAgainAt;
}

/**
 * What came of an action that the service did, for the message that tells of it: "orders: stopped, now Suspended." A stop or a start
 * that found the flow as the row already showed it says that nothing changed; the start of an on-demand flow began a run.
 */
export function doneInWords(deed: Deed, answered: FlowStatus | undefined, now: number): string {
  const { action, shown, until } = deed;
  const { flowName, flowStatus, triggerType } = shown;
  if (action === 'cancel') return `${flowName}: its runs are being canceled.`;
  if (action === 'start' && triggerType === 'OnDemand') return `${flowName}: a run was started.`;
  if (changedOnlyUntil(deed, answered))
    return until === undefined
      ? `${flowName}: stays stopped, and no longer starts again by itself.`
      : `${flowName}: stays stopped until ${comingTime(until, now)}.`;
  const done = action === 'stop' ? 'stopped' : 'started';
  if (answered === flowStatus) return `${flowName}: was ${done} already, still ${answered}.`;
  return `${flowName}: ${done}${answered === undefined ? '' : `, now ${answered}`}.`;
}
