'use client';

import { useCallback, useMemo, useState } from 'react';
import { SelectionBar } from '@/components/bulk/selection-bar';
import { useSelection } from '@/components/bulk/use-selection';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { FlowRow, StatusFilter } from '@/contract/console';
import { type FlowFilter, statusesIn } from '@/contract/flows-query';
import { useFlows } from '@/queries/flows';
import type { DialogAction } from './attempt';
import { Counts } from './counts';
import { NoRows } from './no-rows';
import styles from './flows-page.module.css';
import { FlowsTable } from './flows-table';
import { GoneBanner } from './gone-banner';
import { LeftOut } from './left-out';
import { StartDialog, StopDialog } from './late-dialogs';
import { useListSummary } from './list-summary';
import { type Preferences, preferencesNow, storePreferences } from './preferences';
import { rescueFocus } from './row-focus';
import { rowState, setRowState } from './row-store';
import { NowContext, type Rows, RowsContext } from './rows-context';
import { useSteadyRows } from './steady-rows';
import { useFlowActions } from './use-flow-actions';
import { useFlowsView } from './use-flows-view';
import { useRowKeys } from './use-row-keys';
import { useRowReturn } from './use-row-return';
import { useTickingNow } from './use-ticking-now';
import { useWorkedIn } from './use-worked-in';
import { WaitingRows } from './waiting-rows';
import { MissingView } from './views';

/** The fleet: what runs, what does not and why, and the buttons to change that. `kept` is what the browser keeps of its looks. */
export function FlowsPage({ kept }: { kept: Preferences }) {
  const [preferences, setPreferences] = useState(() => preferencesNow(kept));
  const view = useFlowsView(preferences.size);
  const { world, query } = view;
  const { data: page, isPlaceholderData, isPending, isError, refetch } = useFlows(world, query);
  const { box, isWorkedIn } = useWorkedIn();
  const isCurrent = page !== undefined && !isPlaceholderData;
  const { rows, waiting, showWaiting, dismiss } = useSteadyRows(world, query, page, isCurrent, isWorkedIn);
  const { send, check } = useFlowActions();
  const isHydrated = useHydrated();
  const [dialog, setDialog] = useState<{ action: DialogAction; opened: FlowRow }>();
  const summary = useListSummary(page);
  const now = useTickingNow(page?.asOf ?? 0);
  const selection = useSelection(world, query);
  useRowKeys(box);
  useRowReturn(JSON.stringify([world, query]), rows.length > 0);

  const context = useMemo<Rows>(
    () => ({
      world,
      isHydrated,
      askTo: (action, opened) => {
        // A second press, while the row says that it is being done, asks nothing.
        if (rowState(opened.id).pending !== action) setDialog({ action, opened });
      },
      send: (attempt) => void send(attempt),
      check,
      listsDeleted: statusesIn(query.filters).includes('deleted'),
      removeRow: ({ id }) => {
        setRowState(id, {});
        dismiss(id);
      },
    }),
    [world, query.filters, isHydrated, send, check, dismiss],
  );

  const { change } = view;
  const onPreferences = useCallback(
    (wanted: Preferences) => {
      storePreferences(wanted);
      setPreferences(wanted);
      // The URL says another size only where that is not the reader's own.
      change({ size: wanted.size }, 'replace', wanted.size);
    },
    [change],
  );

  const close = () => setDialog(undefined);
  const DialogOf = dialog?.action === 'start' ? StartDialog : StopDialog;

  return (
    <RowsContext value={context}>
      <div className={styles.page}>
        {view.missingView !== undefined && <MissingView name={view.missingView} />}
        {view.leftOut.length > 0 && <LeftOut parts={view.leftOut} onDismiss={view.forgetLeftOut} />}
        <Counts
          counts={page?.counts}
          selected={statusesIn(query.filters)}
          onSelect={(status) => view.change({ filters: withStatus(query.filters, status) })}
        />
        <div ref={box}>
          <NowContext value={now}>
            <FlowsTable
              view={view}
              summary={summary}
              rows={rows}
              selection={selection}
              isLoading={isPending && !isError}
              isCurrent={isCurrent}
              preferences={preferences}
              onPreferences={onPreferences}
              empty={
                rows.length === 0 ? (
                  <NoRows view={view} page={page} onRetry={() => void refetch()} />
                ) : undefined
              }
            />
          </NowContext>
          <div className={styles.foot}>
            <WaitingRows waiting={waiting} onShow={showWaiting} />
            <SelectionBar world={world} selection={selection} matches={summary} />
          </div>
        </div>
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

/** The filters with this status for any other, or without one. */
function withStatus(filters: FlowFilter[], status: StatusFilter | undefined): FlowFilter[] {
  const others = filters.filter(({ property }) => property !== 'status');
  return status === undefined ? others : [{ property: 'status', operator: '=', values: [status] }, ...others];
}
