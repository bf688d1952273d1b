import dialog from '@/components/ui/dialog.module.css';
import {
  bulkGroupsInWords,
  flowsInWords,
  otherNamesInWords,
  someNamesInWords,
} from '@/components/words/bulk';
import { type BulkAction, type BulkGroup, type BulkPreview, withFlowsOf } from '@/contract/bulk';
import styles from './bulk.module.css';

/** A start takes nothing away, so protection is not asked about. */
function isLeftOut(group: BulkGroup, action: BulkAction): boolean {
  return group.isProtected && action !== 'start';
}

/** How many flows are protected, and left alone unless it is said that they are meant. */
export function protectedAmong(preview: BulkPreview | undefined, action: BulkAction): number {
  const groups = preview?.groups.filter((group) => isLeftOut(group, action)) ?? [];
  return groups.reduce((sum, { count }) => sum + count, 0);
}

/** How many flows the action would change, as far as that is known. */
export function willChange(
  preview: BulkPreview | undefined,
  action: BulkAction,
  includesProtected: boolean,
): number {
  const groups = preview?.groups.filter(
    (group) => group.state === 'changed' && (includesProtected || !isLeftOut(group, action)),
  );
  return groups?.reduce((sum, { count }) => sum + count, 0) ?? 0;
}

interface ForecastProps {
  action: BulkAction;
  groups: BulkGroup[];
  leavesOut: boolean;
  hasUntil: boolean;
}

/** What will come of the flows, and why, a line for all of which the same is said. */
export function Forecast({ action, groups, leavesOut, hasUntil }: ForecastProps) {
  if (groups.length === 0) return <p>No flow is left of these.</p>;
  const leftOut = groups.filter((group) => leavesOut && isLeftOut(group, action));
  const alone = leftOut.length > 0 ? leftOut.reduce((one, other) => withFlowsOf(one, other)) : undefined;
  return (
    <ul className={dialog.facts}>
      {bulkGroupsInWords(
        action,
        groups.filter((group) => !leftOut.includes(group)),
        hasUntil,
      ).map(({ text, group }) => (
        <li key={`${text} ${group.isProtected}`}>
          {text}
          {group.isProtected && ' Protected.'}
          {group.errorName !== undefined && <> ({group.errorName})</>} <Names of={group} />
        </li>
      ))}
      {alone && (
        <li>
          {flowsInWords(alone.count)} {alone.count === 1 ? 'is' : 'are'} protected: left alone.{' '}
          <Names of={alone} />
        </li>
      )}
    </ul>
  );
}

/** Which flows they are: the first, and the others when somebody asks. */
function Names({ of }: { of: BulkGroup }) {
  const others = otherNamesInWords(of);
  if (others === undefined) return <span className={styles.quiet}>{someNamesInWords(of)}</span>;
  return (
    <details className={styles.names}>
      <summary>{someNamesInWords(of)}</summary>
      <p>{others}</p>
    </details>
  );
}
