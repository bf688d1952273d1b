'use client';

import { useMemo, useState } from 'react';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { FlowRow } from '@/contract/console';
import { useFlows } from '@/queries/flows';
import type { Attempt } from './attempt';
import { Counts } from './counts';
import { EmptyList, FailedList } from './empty-list';
import styles from './flows-page.module.css';
import { FlowsTable } from './flows-table';
import { GoneBanner } from './gone-banner';
import { rescueFocus } from './row-focus';
import { setRowState } from './row-store';
import { type Rows, RowsContext } from './rows-context';
import { StartDialog } from './start-dialog';
import { useSteadyRows } from './steady-rows';
import { StopDialog } from './stop-dialog';
import { useFlowActions } from './use-flow-actions';
import { useFlowsView } from './use-flows-view';

/** The fleet: what runs, what does not and why, and the buttons to change that. */
export function FlowsPage() {
  const view = useFlowsView();
  const { world, query } = view;
  const { data: page, isPlaceholderData, isPending, isError, refetch } = useFlows(world, query);
  const { rows, dismiss } = useSteadyRows(world, query, page, page !== undefined && !isPlaceholderData);
  const { send, check } = useFlowActions();
  const isHydrated = useHydrated();
  const [dialog, setDialog] = useState<{ action: Attempt['action']; opened: FlowRow }>();
  const now = page?.asOf ?? 0;

  const context = useMemo<Rows>(
    () => ({
      world,
      now,
      isHydrated,
      askTo: (action, opened) => setDialog({ action, opened }),
      send: (attempt) => void send(attempt),
      check,
      removeRow: ({ id }) => {
        setRowState(id, {});
        dismiss(id);
      },
    }),
    [world, now, isHydrated, send, check, dismiss],
  );

  const close = () => setDialog(undefined);
  const DialogOf = dialog?.action === 'start' ? StartDialog : StopDialog;

  return (
    <RowsContext value={context}>
      <div className={styles.page}>
        <Counts
          counts={page?.counts}
          selected={query.status}
          onSelect={(status) => view.change({ status })}
        />
        <FlowsTable
          view={view}
          page={page}
          rows={rows}
          isLoading={isPending && !isError}
          empty={
            page === undefined ? (
              <FailedList world={world} onRetry={() => void refetch()} />
            ) : (
              <EmptyList view={view} page={page} />
            )
          }
        />
        {dialog && (
          <DialogOf
            world={world}
            opened={dialog.opened}
            flow={rows.find(({ flow }) => flow.id === dialog.opened.id)?.flow ?? dialog.opened}
            now={now}
            onClose={close}
            onSend={(attempt) => {
              close();
              void send(attempt);
              rescueFocus(attempt.shown.id, attempt.action);
            }}
          />
        )}
        <GoneBanner />
      </div>
    </RowsContext>
  );
}
