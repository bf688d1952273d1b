import type { FlowRow } from '@/contract/console';
import type { FlowStatus } from '@/contract/shapes.gen';

/**
 * What came of an action that the service did, for the message that tells of it: "orders: stopped, now Suspended." A stop or a start
 * that found the flow as the row already showed it says that nothing changed; the start of an on-demand flow began a run.
 */
export function doneInWords(
  action: 'stop' | 'start' | 'cancel',
  { flowName, flowStatus, triggerType }: Pick<FlowRow, 'flowName' | 'flowStatus' | 'triggerType'>,
  answered: FlowStatus | undefined,
): string {
  if (action === 'cancel') return `${flowName}: its runs are being canceled.`;
  if (action === 'start' && triggerType === 'OnDemand') return `${flowName}: a run was started.`;
  const done = action === 'stop' ? 'stopped' : 'started';
  if (answered === flowStatus) return `${flowName}: was ${done} already, still ${answered}.`;
  return `${flowName}: ${done}${answered === undefined ? '' : `, now ${answered}`}.`;
}
