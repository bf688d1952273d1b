import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import Modal from '@cloudscape-design/components/modal';
import { useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { CopyCliButton } from '@/components/flows/copy-cli-button';
import { NameField, ReasonField, useReason } from '@/components/flows/deed-fields';
import { FlowFacts } from '@/components/flows/flow-facts';
import { useActor } from '@/components/shell/use-actor';
import { useSession } from '@/components/shell/viewer';
import { announce } from '@/components/ui/announcer';
import { SpokenAlert } from '@/components/ui/spoken-alert';
import { CopyButton } from '@/components/ui/copy-button';
import dialog from '@/components/ui/dialog.module.css';
import { focusFirstProblem } from '@/components/ui/focus-first-problem';
import { ignoreHeldEnter } from '@/components/ui/held-enter';
import { isTyped, TypedNameField } from '@/components/ui/typed-name-field';
import { asAwsCli } from '@/components/words/aws-cli';
import { isProtected, runsUnderWay } from '@/components/words/status';
import type { FlowRow, World } from '@/contract/console';
import { AppFlowCallError } from '@/queries/call-appflow';
import { useDeleteFlow } from '@/queries/delete-flow';
import { readFlowWherever } from '@/queries/flow-everywhere';
import styles from './delete-dialog.module.css';

const formId = 'delete-flow';

interface DeleteDialogProps {
  world: World;
  /** The flow as it was when the dialog opened. */
  opened: FlowRow;
  /** The flow as it is now. */
  flow: FlowRow;
  onCancel: () => void;
  onDeleted: () => void;
}

/** AppFlow's rule: an active flow that runs by itself is deleted only by force; one on demand always. */
function needsForce({ flowStatus, triggerType }: FlowRow): boolean {
  return flowStatus === 'Active' && triggerType !== 'OnDemand';
}

/** Asks before a flow is deleted, and stays open with what the service says when it refuses. */
export function DeleteDialog({ world, opened, flow, onCancel, onDeleted }: DeleteDialogProps) {
  const client = useQueryClient();
  const { actor, setActor } = useActor();
  const session = useSession();
  const { mutateAsync, isPending, error, reset } = useDeleteFlow();
  const [isNameAsked] = useState(actor === undefined);
  const [name, setName] = useState('');
  const { field, reason, isMissing, check } = useReason(world);
  const [isForced, setForced] = useState(false);
  const [typedName, setTypedName] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { flowName } = opened;
  const forceDelete = isForced && needsForce(flow);
  const asksForName = forceDelete || isProtected(flow);
  const isConfirmed = !asksForName || isTyped(typedName, flowName);

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    check();
    if (!isConfirmed || isMissing) focusFirstProblem(document.getElementById(formId));
    if (!isConfirmed || isMissing || isPending) return;
    const said = name.trim() || undefined;
    if (said !== undefined) setActor(said);
    try {
      await mutateAsync({
        flowName,
        forceDelete,
        world,
        actor: actor ?? said,
        reason,
      });
      await readFlowWherever(client, world, flowName);
      announce(`${flowName} was deleted.`);
      onDeleted();
    } catch {
      // The dialog shows the mutation's error; the page shows what became of the flow.
      void readFlowWherever(client, world, flowName);
    }
  };

  const cliInput = { flowName, ...(forceDelete && { forceDelete }) };
  return (
    <Modal
      visible
      header={`Delete ${flowName}?`}
      closeAriaLabel="Close"
      onDismiss={onCancel}
      footer={
        <div className={dialog.footer}>
          <CopyCliButton
            line={asAwsCli(world, 'DeleteFlow', cliInput, window.location.origin, session?.accessKeyId)}
          />
          <span className={dialog.buttons}>
            <Button variant="link" onClick={onCancel}>
              Cancel
            </Button>
            <Button
              variant="primary"
              form={formId}
              formAction="submit"
              loading={isPending}
              loadingText="Deleting"
            >
              Delete
            </Button>
          </span>
        </div>
      }
    >
      <form id={formId} className={styles.form} onSubmit={send} onKeyDown={ignoreHeldEnter} noValidate>
        <Changes opened={opened} flow={flow} />
        <FlowFacts flow={flow} world={world} />
        <ul className={dialog.facts}>
          <li>
            It does not run any more{flow.executionsInProgress > 0 && `; ${runsUnderWay(flow)} canceled`}.
          </li>
          {isProtected(flow) && <li>It is protected by its tag protected=true.</li>}
          <li>It cannot be brought back. Its runs and its activity are kept and stay findable.</li>
        </ul>
        {needsForce(flow) && (
          <>
            <SpokenAlert type="warning">
              {flowName} is active. AppFlow refuses to delete an active flow (ConflictException): stop it
              first, or force it.
            </SpokenAlert>
            <Checkbox
              checked={isForced}
              onChange={({ detail }) => {
                setForced(detail.checked);
                reset();
              }}
              description="Sends forceDelete: the flow is deleted although it is active."
            >
              Force it
            </Checkbox>
          </>
        )}
        <ReasonField field={field} actor={actor} />
        {isNameAsked && <NameField value={name} onChange={setName} />}
        {asksForName && (
          <TypedNameField name={flowName} value={typedName} onChange={setTypedName} isChecked={isChecked} />
        )}
        {error !== null && <Refusal error={error} flow={flow} />}
      </form>
    </Modal>
  );
}

/** What someone else did to the flow while the dialog was open. */
function Changes({ opened, flow }: Pick<DeleteDialogProps, 'opened' | 'flow'>) {
  const { by } = flow.statusChange;
  if (flow.id !== opened.id) {
    return (
      <SpokenAlert type="warning">
        There is a new flow of this name since this was opened: this deletes the new one.
      </SpokenAlert>
    );
  }
  if (flow.flowStatus === opened.flowStatus) return null;
  return (
    <SpokenAlert type="warning">
      {by} changed this flow from {opened.flowStatus} to {flow.flowStatus} while this was open.
    </SpokenAlert>
  );
}

function nextStepOf(exceptionName: string, flow: FlowRow): string {
  if (exceptionName === 'ConflictException' && needsForce(flow)) return 'Stop it first, or force it above.';
  if (exceptionName === 'ResourceNotFoundException') return 'It may have been deleted meanwhile.';
  return 'Nothing was changed. Try again, or cancel.';
}

/** Comes into view by itself, also where the dialog is longer than the screen. */
function intoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}

function Refusal({ error, flow }: { error: Error; flow: FlowRow }) {
  if (!(error instanceof AppFlowCallError)) {
    return (
      <div role="alert" ref={intoView}>
        <SpokenAlert type="error" header="No answer">
          The delete may or may not have happened. It is not queued. The page behind shows the flow as soon as
          the server answers.
        </SpokenAlert>
      </div>
    );
  }
  const { exceptionName, message, requestId } = error;
  const fact = message === '' ? 'the service refused it and did not say why.' : message.replace(/\.?$/, '.');
  return (
    <div role="alert" ref={intoView}>
      <SpokenAlert type="error" header={exceptionName}>
        Not deleted: {fact} {nextStepOf(exceptionName, flow)}
        {requestId !== undefined && (
          <div className={styles.request}>
            Request {requestId} <CopyButton text={requestId} what="request id" />
          </div>
        )}
      </SpokenAlert>
    </div>
  );
}
