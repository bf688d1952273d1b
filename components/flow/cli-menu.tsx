'use client';

import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import { useSession } from '@/components/shell/viewer';
import { announce } from '@/components/ui/announcer';
import { copyText } from '@/components/ui/copy-button';
import { asAwsCli } from '@/components/words/aws-cli';
import type { FlowDetail, World } from '@/contract/console';
import styles from './flow.module.css';

type Flow = FlowDetail['flow'];

function linesFor(
  flow: Flow,
  world: World,
  origin: string,
  accessKeyId: string | undefined,
): Map<string, string> {
  const { flowName, tags, definition } = flow;
  const line = (operation: string, input: Record<string, unknown> = { flowName }) =>
    asAwsCli(world, operation, input, origin, accessKeyId);
  const tagsGiven = Object.keys(tags).length > 0 ? tags : undefined;
  const create = line('CreateFlow', { flowName, ...definition, tags: tagsGiven });
  if (flow.standing === 'deleted') return new Map([['create-flow', create]]);
  return new Map([
    ['describe-flow', line('DescribeFlow')],
    ['start-flow', line('StartFlow')],
    ['stop-flow', line('StopFlow')],
    ['delete-flow', line('DeleteFlow')],
    ['create-flow', create],
  ]);
}

function itemsFor(flow: Flow) {
  const create = { id: 'create-flow', text: 'create-flow', secondaryText: 'The same flow again' };
  if (flow.standing === 'deleted') return [create];
  return [
    { id: 'describe-flow', text: 'describe-flow' },
    { id: 'start-flow', text: 'start-flow' },
    { id: 'stop-flow', text: 'stop-flow' },
    { id: 'delete-flow', text: 'delete-flow' },
    create,
  ];
}

/** A line that was to be copied, and whether the browser let it. */
export interface Copied {
  line: string;
  isCopied: boolean;
}

/** Copies the AWS CLI line of an operation on this flow, and tells what to show under the heading. */
export function CliMenu(props: { flow: Flow; world: World; onCopied: (copied: Copied) => void }) {
  const { flow, world, onCopied } = props;
  const session = useSession();
  const copy = async (id: string) => {
    const line = linesFor(flow, world, window.location.origin, session?.accessKeyId).get(id);
    if (line === undefined) return;
    const isCopied = await copyText(line);
    announce(isCopied ? `Copied aws appflow ${id}` : 'The browser did not let the command be copied');
    onCopied({ line, isCopied });
  };
  return (
    <ButtonDropdown items={itemsFor(flow)} onItemClick={({ detail }) => void copy(detail.id)}>
      Copy as AWS CLI
    </ButtonDropdown>
  );
}

/** The line that was copied last, to read before it is pasted, or to copy by hand where the browser did not let it. */
export function CopiedLine({ copied, onDismiss }: { copied: Copied; onDismiss: () => void }) {
  return (
    <div className={styles.copied}>
      <span>{copied.isCopied ? 'Copied:' : 'The browser did not let it be copied; select it here:'}</span>
      <code role="group" aria-label="AWS CLI command" tabIndex={0}>
        {copied.line}
      </code>
      <Button variant="icon" iconName="close" ariaLabel="Dismiss the command" onClick={onDismiss} />
    </div>
  );
}
