import { type ReactNode, useState } from 'react';
import type { Attempt, DialogAction } from '@/components/flows/attempt';
import { StartDialog, StopDialog } from '@/components/flows/late-dialogs';
import { rescueFocus } from '@/components/flows/row-focus';
import { RowProblem } from '@/components/flows/row-problem';
import { setRowState, useRowState } from '@/components/flows/row-store';
import { NowContext, type Rows, RowsContext } from '@/components/flows/rows-context';
import { useFlowActions } from '@/components/flows/use-flow-actions';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { FlowRow, World } from '@/contract/console';

interface FlowActionsProps {
  world: World;
  /** The flows that are named below. */
  flows: FlowRow[];
  /** The server's time. */
  now: number;
  children: ReactNode;
}

/** Lets the flows that are named in it be started and stopped there, with the list's dialog, and says what went wrong. */
export function FlowActions({ world, flows, now, children }: FlowActionsProps) {
  const isHydrated = useHydrated();
  const actions = useFlowActions();
  const [dialog, setDialog] = useState<{ action: DialogAction; opened: FlowRow }>();
  const [acted, setActed] = useState<FlowRow>();
  const close = () => setDialog(undefined);

  const send = (attempt: Attempt) => {
    setActed(attempt.shown);
    void actions.send(attempt);
  };
  const rows: Rows = {
    world,
    isHydrated,
    askTo: (action, opened) => setDialog({ action, opened }),
    send,
    check: actions.check,
    removeRow: ({ id }) => setRowState(id, {}),
  };
  const current = (flow: FlowRow) => flows.find(({ id }) => id === flow.id);
  const DialogOf = dialog?.action === 'stop' ? StopDialog : StartDialog;

  return (
    <RowsContext value={rows}>
      <NowContext value={now}>
        {acted !== undefined && current(acted) === undefined && <Problem flow={acted} />}
        {children}
      </NowContext>
      {dialog && (
        <DialogOf
          world={world}
          opened={dialog.opened}
          flow={current(dialog.opened) ?? dialog.opened}
          now={now}
          onClose={close}
          onSend={(attempt) => {
            close();
            send(attempt);
            rescueFocus(attempt.shown.id, attempt.action);
          }}
        />
      )}
    </RowsContext>
  );
}

/** What went wrong with the last action on a flow; nothing where nothing did. */
export function Problem({ flow }: { flow: FlowRow }) {
  const { problem } = useRowState(flow.id);
  return problem && <RowProblem problem={problem} flow={flow} />;
}
