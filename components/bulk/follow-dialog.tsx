import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import { useRouter } from 'next/navigation';
import { type SubmitEvent, useState } from 'react';
import { newAttemptId } from '@/components/flows/attempt';
import { NameField, ReasonField, useReason } from '@/components/flows/deed-fields';
import { useActor } from '@/components/shell/use-actor';
import { WorldName } from '@/components/shell/world-name';
import { announce } from '@/components/ui/announcer';
import dialog from '@/components/ui/dialog.module.css';
import { focusFirstProblem } from '@/components/ui/focus-first-problem';
import { bulkJobInWords } from '@/components/words/bulk';
import type { BulkJob } from '@/contract/bulk';
import type { World } from '@/contract/console';
import { type BulkFollowUp, useBulkFollowUp } from '@/queries/bulk';
import { worldHref } from '@/queries/world';
import styles from './bulk.module.css';
import { Refusal } from './refusal';

const formId = 'bulk-follow';

interface FollowDialogProps {
  world: World;
  job: BulkJob;
  what: Exclude<BulkFollowUp, 'cancel'>;
  header: string;
  /** What will happen, in a sentence. */
  fact: string;
  /** On the button that sends it. */
  confirm: string;
  onClose: () => void;
}

/** Asks before a job is tried again or taken back by a new one; then it leads to that. */
export function FollowDialog({ world, job, what, header, fact, confirm, onClose }: FollowDialogProps) {
  const router = useRouter();
  const { actor, setActor } = useActor();
  const { mutateAsync, isPending, error } = useBulkFollowUp();
  const [id] = useState(newAttemptId);
  const [isNameAsked] = useState(actor === undefined);
  const [name, setName] = useState('');
  const { field, reason, isMissing, check } = useReason(world);

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    check();
    if (isMissing) focusFirstProblem(document.getElementById(formId));
    if (isMissing || isPending) return;
    const said = name.trim() || undefined;
    if (said !== undefined) setActor(said);
    try {
      const asker = { world, actor: actor ?? said, reason };
      const answer = await mutateAsync({ jobId: job.id, what, id, asker });
      announce(`${bulkJobInWords(answer.job)}: begun.`);
      onClose();
      router.push(worldHref(`/bulk/${answer.job.id}`, world));
    } catch {
      // The dialog shows the mutation's error.
    }
  };

  return (
    <Modal
      visible
      header={header}
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={
        <div className={dialog.footer}>
          <span className={dialog.buttons}>
            <Button variant="link" onClick={onClose}>
              Cancel
            </Button>
            <Button
              variant="primary"
              form={formId}
              formAction="submit"
              loading={isPending}
              loadingText="Sending"
            >
              {confirm}
            </Button>
          </span>
        </div>
      }
    >
      <form id={formId} className={styles.form} onSubmit={send} noValidate>
        <p>
          <WorldName world={world} />
        </p>
        <p>{fact}</p>
        <ReasonField field={field} actor={actor} />
        {isNameAsked && <NameField value={name} onChange={setName} />}
        {error !== null && <Refusal error={error} what="Not begun" />}
      </form>
    </Modal>
  );
}
