'use client';

import Button from '@cloudscape-design/components/button';
import { useRef, useState } from 'react';
import type { Attempt, DialogAction } from '@/components/flows/attempt';
import { StartDialog, StopDialog } from '@/components/flows/late-dialogs';
import { actionSlotId, rescueFocus } from '@/components/flows/row-focus';
import { RowProblem } from '@/components/flows/row-problem';
import { setRowState, useRowState } from '@/components/flows/row-store';
import { NowContext, type Rows, RowsContext } from '@/components/flows/rows-context';
import { useFlowActions } from '@/components/flows/use-flow-actions';
import { useKeys } from '@/components/keys/use-keys';
import { late } from '@/components/ui/late';
import { LinkButton } from '@/components/ui/link-button';
import { useHydrated } from '@/components/ui/use-hydrated';
import { useNavigate } from '@/components/ui/use-navigate';
import type { FlowDetail } from '@/contract/console';
import { useWorld } from '@/queries/use-world';
import { editHref } from '@/queries/world';
import { CreatedNotice } from './created-notice';
import { CliMenu, type Copied, CopiedLine } from './cli-menu';
import styles from './flow.module.css';

const DeleteDialog = late(() => import('./delete-dialog').then((module) => module.DeleteDialog));

type Flow = FlowDetail['flow'];
const buttonTexts = { stop: 'Stop', start: 'Start', delete: 'Delete' } as const;

/** The action that its standing suggests; the other one works too, the service decides. */
function suggestedOf({ standing }: Flow): DialogAction {
  return standing === 'active' ? 'stop' : 'start';
}

type Asking = { action: DialogAction | 'delete'; opened: Flow };

/** The flow's name, what can be done with it, and what went wrong with what was done last. */
export function FlowHead({ flow, asOf }: { flow: Flow; asOf: number }) {
  const world = useWorld();
  const isHydrated = useHydrated();
  const heading = useRef<HTMLHeadingElement>(null);
  const { problem } = useRowState(flow.id);
  const [asking, setAsking] = useState<Asking>();
  const [copied, setCopied] = useState<Copied>();
  const actions = useFlowActions();
  const navigate = useNavigate();
  const close = () => setAsking(undefined);
  const isDeleted = flow.standing === 'deleted';

  const sendFromDialog = (attempt: Attempt) => {
    close();
    void actions.send(attempt);
    rescueFocus(flow.id, attempt.action);
  };
  const onDeleted = () => {
    close();
    // The button that opened the dialog is gone with the flow.
    requestAnimationFrame(() => heading.current?.focus());
  };
  const press = (action: DialogAction) => () => {
    const button = document.getElementById(actionSlotId(flow.id, action))?.querySelector('button');
    // The focus comes back to it from the dialog.
    button?.focus();
    button?.click();
    return button != null;
  };
  useKeys({
    stop: press('stop'),
    start: press('start'),
    edit: () => {
      if (!isDeleted) navigate(editHref(flow.flowName, world));
      return !isDeleted;
    },
  });
  const rows: Rows = {
    world,
    isHydrated,
    askTo: (action) => setAsking({ action, opened: flow }),
    send: (attempt) => void actions.send(attempt),
    check: actions.check,
    isOwnPage: true,
    removeRow: () => setRowState(flow.id, {}),
  };
  const button = (action: Asking['action']) => (
    <Button
      variant={action === suggestedOf(flow) ? 'primary' : 'normal'}
      ariaLabel={`${buttonTexts[action]} ${flow.flowName}`}
      disabled={!isHydrated}
      onClick={() => setAsking({ action, opened: flow })}
    >
      {buttonTexts[action]}
    </Button>
  );
  const dialog = { world, flow, now: asOf, onClose: close, onSend: sendFromDialog };

  return (
    <RowsContext value={rows}>
      <div className={styles.heading}>
        <h1 ref={heading} tabIndex={-1}>
          {flow.flowName}
        </h1>
        <div className={styles.actions}>
          {!isDeleted && (
            <>
              <span id={actionSlotId(flow.id, 'stop')}>{button('stop')}</span>
              <span id={actionSlotId(flow.id, 'start')}>{button('start')}</span>
              <LinkButton href={editHref(flow.flowName, world)} ariaLabel={`Edit ${flow.flowName}`}>
                Edit
              </LinkButton>
            </>
          )}
          <CliMenu flow={flow} world={world} onCopied={setCopied} />
          {!isDeleted && button('delete')}
        </div>
        {flow.description !== undefined && <p>{flow.description}</p>}
      </div>
      {copied !== undefined && <CopiedLine copied={copied} onDismiss={() => setCopied(undefined)} />}
      {problem !== undefined && (
        <NowContext value={asOf}>
          <RowProblem problem={problem} flow={flow} />
        </NowContext>
      )}
      <CreatedNotice flow={flow} onStart={() => setAsking({ action: 'start', opened: flow })} />
      {asking?.action === 'stop' && <StopDialog {...dialog} opened={asking.opened} />}
      {asking?.action === 'start' && <StartDialog {...dialog} opened={asking.opened} />}
      {asking?.action === 'delete' && (
        <DeleteDialog
          world={world}
          opened={asking.opened}
          flow={flow}
          onCancel={close}
          onDeleted={onDeleted}
        />
      )}
    </RowsContext>
  );
}
