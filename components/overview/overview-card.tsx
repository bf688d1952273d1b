import type { ReactNode } from 'react';
import { AppLink } from '@/components/ui/app-link';
import { numberText } from '@/components/ui/quantity';
import { Section } from '@/components/ui/section';
import styles from './overview.module.css';

interface OverviewCardProps {
  id: string;
  heading: string;
  /** How many there are in all; `isMore` when there are more than that. */
  count: number | undefined;
  isMore?: boolean;
  note?: string | undefined;
  /** A count that is not 0 is a reason to look. */
  calls?: boolean;
  /** The list that has all of them, and how many of those are named here. */
  all: { href: string; shown: number };
  /** Said when there are none. */
  empty: string;
  children: ReactNode;
}

/** One question about the fleet: how many, the first few of them, and the way to the rest. */
export function OverviewCard(props: OverviewCardProps) {
  const { id, heading, count = 0, isMore = false, note, calls = false, all, empty, children } = props;
  const allText = count > all.shown ? `All ${numberText(count)}${isMore ? '+' : ''}` : 'In the list';
  return (
    <Section
      id={id}
      heading={heading}
      note={
        <>
          <strong className={styles.count} data-calls={calls && count > 0}>
            {numberText(count)}
            {isMore && '+'}
          </strong>
          {note !== undefined && ` ${note}`}
        </>
      }
      actions={
        count > 0 && (
          <AppLink variant="primary" href={all.href} ariaLabel={`${allText}: ${heading}`}>
            {allText}
          </AppLink>
        )
      }
    >
      <div className={styles.body}>{count === 0 ? <p className={styles.quiet}>{empty}</p> : children}</div>
    </Section>
  );
}
