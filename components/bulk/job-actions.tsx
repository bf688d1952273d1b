import Button from '@cloudscape-design/components/button';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useActor } from '@/components/shell/use-actor';
import { announce } from '@/components/ui/announcer';
import { useHydrated } from '@/components/ui/use-hydrated';
import { bulkActionWords, flowsInWords } from '@/components/words/bulk';
import type { BulkJobDetail } from '@/contract/bulk';
import { useBulkFollowUp } from '@/queries/bulk';
import { useWorld } from '@/queries/use-world';
import { worldSearch } from '@/queries/world';
import styles from './bulk.module.css';
import { FollowDialog } from './follow-dialog';
import { Refusal } from './refusal';

/** What can be done with a job: cancel it, try again what was refused, take it back, and have it as a file. */
export function JobActions({ detail: { job, reversible } }: { detail: BulkJobDetail }) {
  const world = useWorld();
  const client = useQueryClient();
  const isHydrated = useHydrated();
  const { actor } = useActor();
  const { mutate, isPending, error } = useBulkFollowUp();
  const [asking, setAsking] = useState<'retry' | 'reverse'>();
  const isRunning = job.status === 'running';
  const failed = job.counts.refused + job.counts.failed;
  const { again, opposite } =
    job.action === 'stop'
      ? { again: 'Start again exactly these', opposite: 'Start' }
      : { again: 'Stop again exactly these', opposite: 'Stop' };

  const cancel = () =>
    mutate(
      { jobId: job.id, what: 'cancel', asker: { world, actor } },
      {
        onSuccess: (answer) => {
          announce(`Canceled: ${flowsInWords(answer.job.counts.skipped)} left alone.`);
          void client.invalidateQueries({ queryKey: ['bulk-job', world, job.id] });
        },
      },
    );

  return (
    <>
      <div className={styles.actions}>
        {isRunning && (
          <Button onClick={cancel} loading={isPending} loadingText="Canceling" disabled={!isHydrated}>
            Cancel the rest
          </Button>
        )}
        {!isRunning && failed > 0 && (
          <Button onClick={() => setAsking('retry')} disabled={!isHydrated}>
            Retry {failed.toLocaleString('en')} failed
          </Button>
        )}
        {!isRunning && reversible > 0 && (
          <Button onClick={() => setAsking('reverse')} disabled={!isHydrated}>
            {again}
          </Button>
        )}
        <Button
          iconName="download"
          href={`/api/bulk/${job.id}/csv?${worldSearch(world)}`}
          download={`sluice-bulk-${job.id}.csv`}
        >
          CSV
        </Button>
      </div>
      {error !== null && <Refusal error={error} what="Not canceled" />}
      {asking === 'retry' && (
        <FollowDialog
          world={world}
          job={job}
          what="retry"
          header={`Retry ${flowsInWords(failed)}?`}
          fact="A new job tries again exactly the flows that were refused or failed. What AppFlow refused it refuses again, unless the flow has changed."
          confirm={`${bulkActionWords[job.action]} ${flowsInWords(failed)}`}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking === 'reverse' && (
        <FollowDialog
          world={world}
          job={job}
          what="reverse"
          header={`${opposite} again exactly these ${flowsInWords(reversible)}?`}
          fact={`A new job takes exactly the flows whose status this one changed: none that were ${
            job.action === 'stop' ? 'stopped' : 'active'
          } before.`}
          confirm={`${opposite} ${flowsInWords(reversible)}`}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
}
