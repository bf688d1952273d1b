import { ActionDialog, type FlowDialogProps } from './action-dialog';
import { stopWords } from './dialog-words';

/** Asks before a flow is stopped. */
export function StopDialog(props: FlowDialogProps) {
  return <ActionDialog {...props} action="stop" wordsOf={stopWords} />;
}
