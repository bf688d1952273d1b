import dialog from '@/components/ui/dialog.module.css';
import { bulkGroupsInWords, flowsInWords, someNamesInWords } from '@/components/words/bulk';
import type { BulkAction, BulkGroup, BulkPreview } from '@/contract/bulk';
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
  const count = leftOut.reduce((sum, group) => sum + group.count, 0);
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
          {group.errorName !== undefined && <> ({group.errorName})</>}{' '}
          <span className={styles.quiet}>{someNamesInWords(group)}</span>
        </li>
      ))}
      {count > 0 && (
        <li>
          {flowsInWords(count)} {count === 1 ? 'is' : 'are'} protected: left alone.
        </li>
      )}
    </ul>
  );
}
