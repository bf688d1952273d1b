import { EventSentence } from '@/components/activity/event-sentence';
import { AppLink } from '@/components/ui/app-link';
import { Section } from '@/components/ui/section';
import { TimeText } from '@/components/ui/time-text';
import { ago } from '@/components/words/time';
import type { ActivityRow } from '@/contract/activity';
import type { World } from '@/contract/console';
import { worldHref } from '@/queries/world';
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
              <span className={styles.deed}>
                <EventSentence event={event} world={world} />
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
