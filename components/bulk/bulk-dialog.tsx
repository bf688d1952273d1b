import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import { type SubmitEvent, useLayoutEffect, useRef, useState } from 'react';
import { newAttemptId } from '@/components/flows/attempt';
import { CopyCliButton } from '@/components/flows/copy-cli-button';
import { NameField, ReasonField, useReason } from '@/components/flows/deed-fields';
import { type Until, untilAt, untilAtFirst } from '@/components/flows/until';
import { useTickingNow } from '@/components/flows/use-ticking-now';
import { UntilField } from '@/components/flows/until-field';
import { useActor } from '@/components/shell/use-actor';
import { WorldName } from '@/components/shell/world-name';
import { useSession } from '@/components/shell/viewer';
import { announce } from '@/components/ui/announcer';
import { AppLink } from '@/components/ui/app-link';
import dialog from '@/components/ui/dialog.module.css';
import { focusFirstProblem } from '@/components/ui/focus-first-problem';
import { ignoreHeldEnter } from '@/components/ui/held-enter';
import { SpokenAlert } from '@/components/ui/spoken-alert';
import { isTyped, TypedNameField } from '@/components/ui/typed-name-field';
import { useNavigate } from '@/components/ui/use-navigate';
import {
  bulkActionWords,
  bulkCli,
  bulkJobInWords,
  bulkQuestionInWords,
  flowsInWords,
} from '@/components/words/bulk';
import { type BulkAction, type BulkFlows, type BulkPreview, namesAtMost } from '@/contract/bulk';
import type { World } from '@/contract/console';
import { useBulkPreview, useCreateBulkJob } from '@/queries/bulk';
import { AppFlowCallError } from '@/queries/call-appflow';
import { bulkJobHref } from '@/queries/world';
import styles from './bulk.module.css';
import { Forecast, protectedAmong, willChange } from './forecast';
import { Refusal } from './refusal';

const formId = 'bulk-action';
/** What is typed to have protected flows stopped with the others. */
const protectedWord = 'protected';

interface BulkDialogProps {
  world: World;
  action: BulkAction;
  flows: BulkFlows;
  /** Why it was done before, for when it is tried again. */
  reasonBefore?: string | undefined;
  /** Until when it was to last before, likewise. */
  untilBefore?: number | undefined;
  /** Called once a job has begun, before the dialog leads to it. */
  onBegun?: () => void;
  onClose: () => void;
}

/** Asks before something is done with many flows: what will come of them, and why. Then it leads to the job. */
export function BulkDialog(props: BulkDialogProps) {
  const { world, action, flows, reasonBefore, untilBefore, onBegun, onClose } = props;
  const navigate = useNavigate();
  const { actor, setActor } = useActor();
  const { mutateAsync, isPending, error } = useCreateBulkJob();
  // One id for one dialog: sent twice, it makes one job.
  const [id] = useState(newAttemptId);
  const isSending = useRef(false);
  const [isNameAsked] = useState(actor === undefined);
  const [name, setName] = useState('');
  const { field, reason, isMissing, check } = useReason(world, reasonBefore);
  const [openedAt] = useState(() => Date.now());
  const [until, setUntil] = useState(() => untilAtFirst(untilBefore, openedAt));
  // Sent again, a choice means the same time: otherwise it would be another request.
  const [sent, setSent] = useState<{ until: Until; at: number | undefined }>();
  const [hadNoAnswer, setHadNoAnswer] = useState(false);
  const [typed, setTyped] = useState('');
  const [isChecked, setChecked] = useState(false);
  const includesProtected = isTyped(typed, protectedWord);
  const previewing = useBulkPreview(world, {
    action,
    flows,
    includesProtected,
    ...(action === 'stop' && hasTime(untilAt(until, openedAt))),
  });
  const { data: preview, error: previewError } = previewing;
  // What stands there is still that of what was asked before.
  const isForeseeing = previewError === null && (preview === undefined || previewing.isPlaceholderData);
  const now = useTickingNow(preview?.asOf ?? openedAt);
  const count = willChange(preview, action, includesProtected);
  const isBegunBefore =
    hadNoAnswer && error instanceof AppFlowCallError && error.exceptionName === 'ConflictException';
  const hasPreview = preview !== undefined;
  useLayoutEffect(() => {
    // What will come of it pushes down the field that has the focus.
    const focused = document.activeElement;
    if (hasPreview && document.getElementById(formId)?.contains(focused))
      focused?.scrollIntoView({ block: 'nearest' });
  }, [hasPreview]);

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    check();
    const asked = action === 'stop' ? untilAt(until, now) : undefined;
    const startsAgainAt = sent?.until === until ? sent.at : asked;
    const isMistyped = typed !== '' && !includesProtected;
    if (startsAgainAt === 'not-a-time' || isMistyped || isMissing) {
      focusFirstProblem(document.getElementById(formId));
      return;
    }
    // Pressed twice, it is sent once.
    if (preview === undefined || isForeseeing || isSending.current) return;
    isSending.current = true;
    setSent({ until, at: startsAgainAt });
    const said = name.trim() || undefined;
    if (said !== undefined) setActor(said);
    try {
      const asker = { world, actor: actor ?? said, reason };
      const { job } = await mutateAsync({
        id,
        action,
        flows,
        until: startsAgainAt,
        includesProtected,
        asker,
      });
      announce(`${bulkJobInWords(job)}: begun. It goes on when this page is closed.`);
      onBegun?.();
      onClose();
      navigate(bulkJobHref(job.id, world));
    } catch (failure) {
      // The dialog shows the mutation's error.
      if (!(failure instanceof AppFlowCallError)) setHadNoAnswer(true);
      isSending.current = false;
    }
  };

  return (
    <Modal
      visible
      header={
        preview ? bulkQuestionInWords(action, count, preview.total) : `${bulkActionWords[action]} flows?`
      }
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={
        <div className={dialog.footer}>
          <Cli world={world} action={action} preview={preview} />
          <span className={dialog.buttons}>
            <Button variant="link" onClick={onClose}>
              Cancel
            </Button>
            <Button
              variant={count > 0 ? 'primary' : 'normal'}
              form={formId}
              formAction="submit"
              // What is not known is not confirmed.
              loading={isPending || isForeseeing}
              loadingText={isPending ? 'Sending' : undefined}
              disabled={preview === undefined && previewError !== null}
            >
              {confirmInWords(action, preview, count)}
            </Button>
          </span>
        </div>
      }
    >
      <form
        id={formId}
        className={`${dialog.form} ${styles.form}`}
        onSubmit={send}
        onKeyDown={ignoreHeldEnter}
        noValidate
      >
        <p className={styles.where}>
          <WorldName world={world} />
          <span className={styles.quiet}>The service goes on with it when this page is closed.</span>
        </p>
        <div className={styles.preview} aria-live="polite">
          {preview === undefined && previewError === null && 'Looking what will come of it…'}
          {preview && (
            <Forecast
              action={action}
              groups={preview.groups}
              leavesOut={!includesProtected}
              hasUntil={until.choice !== 'never'}
            />
          )}
        </div>
        {previewError !== null && <Refusal error={previewError} what="Nothing is known yet" />}
        {previewError === null && previewing.failureReason !== null && (
          <div role="alert">
            <SpokenAlert type="warning" header="No answer">
              What will come of it is asked again until the server answers.
            </SpokenAlert>
          </div>
        )}
        {action === 'stop' && (
          <UntilField value={until} onChange={setUntil} now={now} isChecked={isChecked} />
        )}
        <ReasonField field={field} actor={actor} />
        {isNameAsked && <NameField value={name} onChange={setName} />}
        {protectedAmong(preview, action) > 0 && (
          <TypedNameField
            label={`To include ${flowsInWords(protectedAmong(preview, action))} with the tag protected, type ${protectedWord}`}
            description="Otherwise they are left alone."
            name={protectedWord}
            value={typed}
            onChange={setTyped}
            isChecked={isChecked && typed !== ''}
          />
        )}
        {isBegunBefore && <BegunBefore href={bulkJobHref(id, world)} onLeave={() => onBegun?.()} />}
        {error !== null && !isBegunBefore && <Refusal error={error} what="Not begun" />}
      </form>
    </Modal>
  );
}

function confirmInWords(action: BulkAction, preview: BulkPreview | undefined, count: number): string {
  if (preview === undefined) return `${bulkActionWords[action]} flows`;
  return `${bulkActionWords[action]} ${count > 0 ? flowsInWords(count) : 'anyway'}`;
}

function hasTime(until: ReturnType<typeof untilAt>): { until?: number } {
  return typeof until === 'number' ? { until } : {};
}

/** The job that this dialog did begin, though no answer came. */
function BegunBefore({ href, onLeave }: { href: string; onLeave: () => void }) {
  return (
    <div role="alert">
      <SpokenAlert type="warning" header="Begun before">
        What was sent first has been begun, and this is something else:{' '}
        <span onClick={onLeave}>
          <AppLink href={href}>see it</AppLink>
        </span>{' '}
        before you do more.
      </SpokenAlert>
    </div>
  );
}

function Cli({
  world,
  action,
  preview,
}: {
  world: World;
  action: BulkAction;
  preview: BulkPreview | undefined;
}) {
  const session = useSession();
  if (preview === undefined) return null;
  if (preview.flowNames === undefined)
    return <span className={styles.quiet}>More than {flowsInWords(namesAtMost)}: no AWS CLI script.</span>;
  if (preview.flowNames.length === 0) return null;
  return (
    <CopyCliButton
      line={bulkCli(world, action, preview.flowNames, window.location.origin, session?.accessKeyId)}
    />
  );
}
