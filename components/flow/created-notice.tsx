import Button from '@cloudscape-design/components/button';
import { useSearchParams } from 'next/navigation';
import { SpokenAlert } from '@/components/ui/spoken-alert';
import { createdParameter } from '@/queries/world';
import type { FlowRow } from '@/contract/console';

/** After a flow was made: what it does now, and the offer to start it. Gone once it was started. */
export function CreatedNotice({ flow, onStart }: { flow: FlowRow; onStart: () => void }) {
  const search = useSearchParams();
  const isFresh =
    flow.triggerType === 'OnDemand' ? flow.lastExecution === undefined : flow.standing === 'draft';
  if (!search.has(createdParameter) || !isFresh || flow.standing === 'deleted') return null;
  const dismiss = () => {
    const rest = new URLSearchParams(search);
    rest.delete(createdParameter);
    window.history.replaceState(null, '', `?${rest}`);
  };
  return (
    <SpokenAlert
      type="success"
      header={`${flow.flowName} was created`}
      dismissible

      onDismiss={dismiss}
      action={<Button onClick={onStart}>Start it…</Button>}
    >
      {flow.triggerType === 'OnDemand'
        ? 'It runs whenever someone starts it.'
        : 'It is a draft: nothing runs until someone starts it.'}
    </SpokenAlert>
  );
}
