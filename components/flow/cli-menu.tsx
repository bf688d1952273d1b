'use client';

import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import { useSession } from '@/components/shell/viewer';
import { announce } from '@/components/ui/announcer';
import { copyText } from '@/components/ui/copy-button';
import { asAwsCli, kebab } from '@/components/words/aws-cli';
import { runsUnderWay } from '@/components/words/status';
import type { FlowDetail, World } from '@/contract/console';
import styles from './flow.module.css';

type Flow = FlowDetail['flow'];

interface MenuLine {
  operation: string;
  input: Record<string, unknown>;
  secondaryText?: string;
}

/**
 * What the API can do with this flow. Whole definitions go as JSON: a description that begins with a dash would be an option as a word
 * of its own.
 */
function linesFor(flow: Flow): MenuLine[] {
  const { flowName, flowArn, tags, definition, executionsInProgress } = flow;
  const hasTags = Object.keys(tags).length > 0;
  const create = {
    operation: 'CreateFlow',
    input: { cliInputJson: { flowName, ...definition, ...(hasTags && { tags }) } },
    secondaryText: 'The same flow again',
  };
  if (flow.standing === 'deleted') return [create];
  return [
    { operation: 'DescribeFlow', input: { flowName } },
    { operation: 'DescribeFlowExecutionRecords', input: { flowName }, secondaryText: 'Its runs' },
    { operation: 'StartFlow', input: { flowName } },
    { operation: 'StopFlow', input: { flowName } },
    ...(executionsInProgress > 0
      ? [{ operation: 'CancelFlowExecutions', input: { flowName }, secondaryText: runsUnderWay(flow) }]
      : []),
    {
      operation: 'UpdateFlow',
      input: { cliInputJson: { flowName, ...changeable(definition) } },
      secondaryText: 'To what it is now',
    },
    hasTags
      ? { operation: 'TagResource', input: { resourceArn: flowArn, tags }, secondaryText: 'Its tags' }
      : { operation: 'ListTagsForResource', input: { resourceArn: flowArn } },
    { operation: 'DeleteFlow', input: { flowName } },
    create,
  ];
}

/** The members of a definition that UpdateFlow knows: all but the key that encrypts the flow. */
function changeable(definition: Flow['definition']): Flow['definition'] {
  return Object.fromEntries(Object.entries(definition).filter(([name]) => name !== 'kmsArn'));
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
  const lines = linesFor(flow);
  const copy = async (id: string) => {
    const asked = lines.find(({ operation }) => kebab(operation) === id);
    if (asked === undefined) return;
    const { operation, input } = asked;
    const line = asAwsCli(world, operation, input, window.location.origin, session?.accessKeyId);
    const isCopied = await copyText(line);
    announce(isCopied ? `Copied aws appflow ${id}` : 'The browser did not let the command be copied');
    onCopied({ line, isCopied });
  };
  const items = lines.map(({ operation, secondaryText }) => ({
    id: kebab(operation),
    text: kebab(operation),
    secondaryText,
  }));
  return (
    <ButtonDropdown items={items} onItemClick={({ detail }) => void copy(detail.id)}>
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
