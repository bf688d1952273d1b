import { ActionDialog, type FlowDialogProps } from './action-dialog';
import { startWords } from './dialog-words';

/** Asks before a flow is started, or one run of an on-demand flow. */
export function StartDialog(props: FlowDialogProps) {
  return <ActionDialog {...props} action="start" wordsOf={startWords} />;
}
