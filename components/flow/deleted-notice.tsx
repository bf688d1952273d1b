import { SpokenAlert } from '@/components/ui/spoken-alert';
import { TimeText } from '@/components/ui/time-text';
import { ago } from '@/components/words/time';
import type { FlowRow } from '@/contract/console';

/** Says that the flow of this page exists no more, and by whom. */
export function DeletedNotice({ flow, asOf }: { flow: FlowRow; asOf: number }) {
  const { by, via, at, reason } = flow.statusChange;
  return (
    <SpokenAlert type="info">
      Deleted by {by} via {via} <TimeText at={at}>{ago(at, asOf)}</TimeText>
      {reason !== undefined && `: ${reason}`}. What you see is how it was; its runs and its activity are kept.
    </SpokenAlert>
  );
}
