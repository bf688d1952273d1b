import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import { useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { CopyCliButton } from '@/components/flows/copy-cli-button';
import { useActor } from '@/components/shell/use-actor';
import { useSession } from '@/components/shell/viewer';
import { announce } from '@/components/ui/announcer';
import dialog from '@/components/ui/dialog.module.css';
import { focusFirstProblem } from '@/components/ui/focus-first-problem';
import { SpokenAlert } from '@/components/ui/spoken-alert';
import { asAwsCli } from '@/components/words/aws-cli';
import type { FlowRow } from '@/contract/console';
import { AppFlowCallError } from '@/queries/call-appflow';
import { readFlowWherever } from '@/queries/flow-everywhere';
import { useTagResource, useUntagResource } from '@/queries/tag-resource';
import { useWorld } from '@/queries/use-world';
import { TagFields } from './tag-fields';
import { tagChanges, tagRows, tagsOf, tagsProblem } from './tag-rows';

const formId = 'edit-tags';

/** Changes a flow's tags by the API's own operations; what someone else changed meanwhile stays as it is. */
export function TagsDialog({ flow, onClose }: { flow: FlowRow; onClose: () => void }) {
  const world = useWorld();
  const { actor } = useActor();
  const session = useSession();
  const client = useQueryClient();
  const tag = useTagResource();
  const untag = useUntagResource();
  const [opened] = useState(flow.tags);
  const [rows, setRows] = useState(() => tagRows(flow.tags));
  const [isChecked, setChecked] = useState(false);
  const problem = tagsProblem(rows);
  const isPending = tag.isPending || untag.isPending;
  const error = untag.error ?? tag.error;

  const { tags, tagKeys } = tagChanges(opened, tagsOf(rows));
  const resourceArn = flow.flowArn;
  const line = (operation: string, input: Record<string, unknown>) =>
    asAwsCli(world, operation, { resourceArn, ...input }, window.location.origin, session?.accessKeyId);
  const lines = [
    ...(tagKeys.length > 0 ? [line('UntagResource', { tagKeys })] : []),
    ...(Object.keys(tags).length > 0 ? [line('TagResource', { tags })] : []),
  ];

  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (problem !== undefined) focusFirstProblem(document.getElementById(formId));
    if (problem !== undefined || isPending) return;
    const asked = { resourceArn, world, actor };
    untag.reset();
    tag.reset();
    try {
      // Taken away first, so that a flow never has more tags than it may.
      if (tagKeys.length > 0) await untag.mutateAsync({ ...asked, tagKeys });
      if (Object.keys(tags).length > 0) await tag.mutateAsync({ ...asked, tags });
      announce(`The tags of ${flow.flowName} were saved.`);
      onClose();
    } catch {
      // The dialog shows the mutation's error.
    }
    await readFlowWherever(client, world, flow.flowName);
  };

  return (
    <Modal
      visible
      header={`Tags of ${flow.flowName}`}
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={
        <div className={dialog.footer}>
          {problem === undefined && lines.length > 0 && <CopyCliButton line={lines.join(' && ')} />}
          <span className={dialog.buttons}>
            <Button variant="link" onClick={onClose}>
              Cancel
            </Button>
            <Button
              variant="primary"
              form={formId}
              formAction="submit"
              loading={isPending}
              loadingText="Saving"
            >
              Save
            </Button>
          </span>
        </div>
      }
    >
      <form id={formId} onSubmit={save} noValidate>
        <TagFields rows={rows} onChange={setRows} hasFocus />
        {isChecked && problem !== undefined && (
          <div role="alert">
            <SpokenAlert type="error">Not saved: {problem}</SpokenAlert>
          </div>
        )}
        {error !== null && (
          <div role="alert">
            <SpokenAlert
              type="error"
              header={error instanceof AppFlowCallError ? error.exceptionName : 'No answer'}
            >
              {error instanceof AppFlowCallError
                ? error.message
                : 'The tags may or may not have been saved. The page behind shows them as they are.'}
            </SpokenAlert>
          </div>
        )}
      </form>
    </Modal>
  );
}
