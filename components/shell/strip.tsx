'use client';

import { Keys } from '@/components/keys/keys';
import { PlainLink } from '@/components/ui/app-link';
import { useWorld } from '@/queries/use-world';
import { useWorldSettings } from '@/queries/worlds';
import { worldHref } from '@/queries/world';
import { ActorPrompt } from './actor-prompt';
import { LiveSign } from './live-sign';
import { Navigation } from './navigation';
import { ReaderSettings } from './reader-settings';
import { SessionPanel } from './session-panel';
import styles from './strip.module.css';
import { ThemeSwitch } from './theme-switch';
import { useSession, useViewer } from './viewer';
import { WorldSwitch } from './world-switch';

/** What every page says at its top: that nothing here is AWS, which world this is, how fresh it is, and who acts. */
export function Strip() {
  const world = useWorld();
  const { auth } = useViewer();
  const session = useSession();
  const { color } = useWorldSettings(world);
  // Who has yet to sign in is led to no page that would only send them back.
  const maySee = auth === 'open' || session !== undefined;
  return (
    <header className={styles.strip} data-color={color}>
      <a className={styles.skip} href="#content">
        Skip to content
      </a>
      {maySee ? (
        <>
          <PlainLink className={styles.brand} href={worldHref('/flows', world)}>
            Sluice
          </PlainLink>
          <Navigation />
        </>
      ) : (
        <span className={styles.brand}>Sluice</span>
      )}
      <span className={styles.simulated} title="Simulated: no AWS account is touched">
        Simulated<span className="unseen-in-short-strip">: no AWS account is touched</span>
      </span>
      <ReaderSettings />
      <div className={styles.controls}>
        {maySee && (
          <>
            <LiveSign />
            <WorldSwitch />
          </>
        )}
        {auth === 'open' && <ActorPrompt />}
        {session && <SessionPanel session={session} />}
        {maySee && <Keys />}
        <ThemeSwitch />
      </div>
    </header>
  );
}
