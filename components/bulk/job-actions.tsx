import Button from '@cloudscape-design/components/button';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useActor } from '@/components/shell/use-actor';
import { announce } from '@/components/ui/announcer';
import { useHydrated } from '@/components/ui/use-hydrated';
import { late } from '@/components/ui/late';
import { bulkActionWords, flowsInWords } from '@/components/words/bulk';
import type { BulkFollowUp, BulkJobDetail } from '@/contract/bulk';
import { useCancelBulkJob } from '@/queries/bulk';
import { useWorld } from '@/queries/use-world';
import { worldSearch } from '@/queries/world';
import styles from './bulk.module.css';
import { Refusal } from './refusal';

const BulkDialog = late(() => import('./bulk-dialog').then((module) => module.BulkDialog));

/** What can be done with a job: cancel it, try again what may succeed now, take it back, and have it as a file. */
export function JobActions({ detail: { job, retryable, reversible } }: { detail: BulkJobDetail }) {
  const world = useWorld();
  const client = useQueryClient();
  const isHydrated = useHydrated();
  const { actor } = useActor();
  const { mutate, isPending, error } = useCancelBulkJob();
  const [asking, setAsking] = useState<BulkFollowUp>();
  const isRunning = job.status === 'running';
  const opposite = job.action === 'stop' ? 'start' : 'stop';

  const cancel = () =>
    mutate(
      { jobId: job.id, asker: { world, actor } },
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
        {!isRunning && retryable > 0 && (
          <Button onClick={() => setAsking('retry')} disabled={!isHydrated}>
            Try {flowsInWords(retryable)} again
          </Button>
        )}
        {!isRunning && reversible > 0 && (
          <Button onClick={() => setAsking('reverse')} disabled={!isHydrated}>
            {bulkActionWords[opposite]} again exactly these
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
      {asking && (
        <BulkDialog
          world={world}
          action={asking === 'retry' ? job.action : opposite}
          flows={{ jobId: job.id, as: asking }}
          reasonBefore={asking === 'retry' ? job.reason : undefined}
          untilBefore={asking === 'retry' ? job.startsAgainAt : undefined}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
}
