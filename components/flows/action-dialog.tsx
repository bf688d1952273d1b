import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import Modal from '@cloudscape-design/components/modal';
import { useQuery } from '@tanstack/react-query';
import { type SubmitEvent, useRef, useState } from 'react';
import { useActor } from '@/components/shell/use-actor';
import { useSession } from '@/components/shell/viewer';
import dialog from '@/components/ui/dialog.module.css';
import { focusFirstProblem } from '@/components/ui/focus-first-problem';
import { ignoreHeldEnter } from '@/components/ui/held-enter';
import { isTyped, TypedNameField } from '@/components/ui/typed-name-field';
import { asAwsCli } from '@/components/words/aws-cli';
import { actionInWords, operationOf } from '@/components/words/refusal';
import { isProtected, runsUnderWay, whoInWords } from '@/components/words/status';
import { ago } from '@/components/words/time';
import type { FlowRow, World } from '@/contract/console';
import { flowQuery } from '@/queries/flow';
import { type Attempt, type DialogAction, newAttemptId } from './attempt';
import { CopyCliButton } from './copy-cli-button';
import { NameField, ReasonField, useReason } from './deed-fields';
import type { DialogWords } from './dialog-words';
import { FlowFacts } from './flow-facts';
import { untilAt, untilAtFirst } from './until';
import { UntilField } from './until-field';

const formId = 'flow-action';

/** What a dialog for one flow is opened with. */
export interface FlowDialogProps {
  world: World;
  /** The flow as it was when the dialog opened. */
  opened: FlowRow;
  /** The flow as it is now. */
  flow: FlowRow;
  /** The server's time. */
  now: number;
  onClose: () => void;
  onSend: (attempt: Attempt) => void;
}

interface ActionDialogProps extends FlowDialogProps {
  action: DialogAction;
  wordsOf: (flow: FlowRow, now: number) => DialogWords;
}

/** Asks before a flow is stopped or started: what it is, what will happen, and why. */
export function ActionDialog(props: ActionDialogProps) {
  const { action, wordsOf, world, opened, flow, now, onClose, onSend } = props;
  const namesake = useNamesake(world, flow);
  const words = wordsOf(namesake ?? flow, now);
  const { actor, setActor } = useActor();
  const session = useSession();
  const [name, setName] = useState('');
  const { field, reason, isMissing, check } = useReason(world);
  const [id] = useState(newAttemptId);
  const isSent = useRef(false);
  const [isNameAsked] = useState(actor === undefined);
  const [until, setUntil] = useState(() => untilAtFirst(flow.startsAgainAt, now));
  const [cancelsRuns, setCancelsRuns] = useState(false);
  const [typedName, setTypedName] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { flowName } = opened;
  const canCancel = action === 'stop' && flow.executionsInProgress > 0 && flow.triggerType !== 'OnDemand';
  const isOneRun = flow.executionsInProgress === 1;
  const canStartAgain = action === 'stop' && (words.isUseful || flow.standing === 'stopped-by-people');
  const asksForName = action === 'stop' && isProtected(namesake ?? flow);

  const cancelsRunsToo = canCancel && cancelsRuns;
  const line = (operation: Attempt['action']) =>
    asAwsCli(world, operationOf[operation], { flowName }, window.location.origin, session?.accessKeyId);

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    check();
    const startsAgainAt = canStartAgain ? untilAt(until, now) : undefined;
    if (startsAgainAt === 'not-a-time' || isMissing || (asksForName && !isTyped(typedName, flowName))) {
      focusFirstProblem(document.getElementById(formId));
      return;
    }
    // Pressed twice before the dialog is gone, it is sent once.
    if (isSent.current) return;
    isSent.current = true;
    const said = name.trim();
    if (isNameAsked && said !== '') setActor(said);
    onSend({
      id,
      action,
      world,
      shown: flow,
      actor: actor ?? (said || undefined),
      reason,
      until: startsAgainAt,
      cancelsRuns: cancelsRunsToo,
    });
  };

  return (
    <Modal
      visible
      header={`${actionInWords[action]} ${flowName}?`}
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={
        <div className={dialog.footer}>
          <CopyCliButton line={cancelsRunsToo ? `${line(action)} && ${line('cancel')}` : line(action)} />
          <span className={dialog.buttons}>
            <Button variant="link" onClick={onClose}>
              Cancel
            </Button>
            <Button variant={words.isUseful ? 'primary' : 'normal'} form={formId} formAction="submit">
              {words.confirm}
            </Button>
          </span>
        </div>
      }
    >
      <form id={formId} className={dialog.form} onSubmit={send} onKeyDown={ignoreHeldEnter} noValidate>
        <Changes opened={opened} flow={flow} namesake={namesake} now={now} />
        <FlowFacts flow={namesake ?? flow} world={world} />
        {words.notice && <Alert type={words.notice.kind}>{words.notice.text}</Alert>}
        {words.facts.length > 0 && (
          <ul className={dialog.facts}>
            {words.facts.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
        )}
        {canCancel && (
          <Checkbox
            checked={cancelsRuns}
            onChange={({ detail }) => setCancelsRuns(detail.checked)}
            description={`Otherwise ${isOneRun ? 'it goes on to its' : 'they go on to their'} end.`}
          >
            Cancel the {isOneRun ? 'run under way' : runsUnderWay(flow)}
          </Checkbox>
        )}
        {canStartAgain && <UntilField value={until} onChange={setUntil} now={now} isChecked={isChecked} />}
        <ReasonField
          field={field}
          actor={actor}
          isForActivity={action === 'stop' && flow.flowStatus === 'Suspended'}
        />
        {isNameAsked && <NameField value={name} onChange={setName} />}
        <Box color="text-body-secondary" fontSize="body-s">
          The AWS console calls this “{words.consoleName}”.
        </Box>
        {asksForName && (
          <TypedNameField name={flowName} value={typedName} onChange={setTypedName} isChecked={isChecked} />
        )}
      </form>
    </Modal>
  );
}

/** A flow that was made under the name of a deleted one: the API knows names only, so it is the one that an action meets. */
function useNamesake(world: World, flow: FlowRow): FlowRow | undefined {
  const { data } = useQuery({
    ...flowQuery(world, flow.flowName),
    enabled: flow.standing === 'deleted',
  });
  return data !== undefined && data.flow.id !== flow.id ? data.flow : undefined;
}

interface ChangesProps extends Pick<FlowDialogProps, 'opened' | 'flow' | 'now'> {
  namesake: FlowRow | undefined;
}

/** What someone else did to the flow while the dialog was open, or before. */
function Changes({ opened, flow, namesake, now }: ChangesProps) {
  if (namesake !== undefined) {
    return (
      <Alert type="warning">
        The {opened.flowName} of this row was deleted. There is a new flow of that name, and this acts on it.
      </Alert>
    );
  }
  if (opened.flowStatus === flow.flowStatus) return null;
  const by = whoInWords(flow.statusChange);
  const did = flow.standing === 'deleted' ? 'deleted this flow' : `changed this flow to ${flow.flowStatus}`;
  return (
    <Alert type="warning">
      {by} {did} {ago(flow.statusChange.at, now)}, while this was open.
    </Alert>
  );
}
