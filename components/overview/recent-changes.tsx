import { AppLink } from '@/components/ui/app-link';
import { Section } from '@/components/ui/section';
import { TimeText } from '@/components/ui/time-text';
import { aboutInWords, operationInWords, statusesInWords } from '@/components/words/event';
import { whoInWords } from '@/components/words/status';
import { ago } from '@/components/words/time';
import type { ActivityRow } from '@/contract/activity';
import type { World } from '@/contract/console';
import { bulkJobHref, flowHref, worldHref } from '@/queries/world';
import styles from './overview.module.css';

interface RecentChangesProps {
  events: ActivityRow[];
  world: World;
  now: number;
}

/** Who changed what last; what the service did by itself is left out. */
export function RecentChanges({ events, world, now }: RecentChangesProps) {
  return (
    <Section
      id="changes"
      heading="Recent changes"
      actions={
        <AppLink variant="primary" href={worldHref('/activity', world)}>
          All activity
        </AppLink>
      }
    >
      {events.length === 0 && <p className={styles.quiet}>Nobody has changed anything yet.</p>}
      <ul className={styles.list} aria-label="Recent changes">
        {events.map((event) => (
          <li key={event.id}>
            <div className={styles.what}>
              <span>
                <strong>{whoInWords(event)}</strong> {operationInWords(event.operation)}{' '}
                <About event={event} world={world} /> <span className={styles.quiet}>{moreOf(event)}</span>
              </span>
            </div>
            <div className={styles.when}>
              <TimeText at={event.at} focusable={false}>
                {ago(event.at, now)}
              </TimeText>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** A flow, a bulk job by what it does to how many flows, or what has no page. */
function About({ event, world }: { event: ActivityRow; world: World }) {
  const { flowName, bulkJobId, detail, operation } = event;
  if (flowName !== undefined) {
    return (
      <AppLink variant="primary" href={flowHref(flowName, world)}>
        {flowName}
      </AppLink>
    );
  }
  if (bulkJobId !== undefined) {
    return (
      <AppLink variant="primary" href={bulkJobHref(bulkJobId, world)}>
        {detail ?? aboutInWords(event)}
      </AppLink>
    );
  }
  return operation !== 'ChangeWorld' && aboutInWords(event);
}

/** How the status changed, and why or what else. */
function moreOf(event: ActivityRow): string {
  const { beforeStatus, afterStatus, bulkJobId, reason, detail } = event;
  const isAnother = beforeStatus !== undefined && beforeStatus !== afterStatus;
  return [
    isAnother ? statusesInWords(event) : undefined,
    reason ?? (bulkJobId === undefined ? detail : undefined),
  ]
    .filter((text) => text !== undefined)
    .join(' · ');
}
