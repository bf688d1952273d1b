'use client';

import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { PanelButton } from '@/components/ui/panel-button';
import type { SignedIn } from '@/contract/console';
import { signOut } from '@/queries/sign-in';
import styles from './strip.module.css';

function SessionFacts({ session }: { session: SignedIn }) {
  const [isLeaving, setLeaving] = useState(false);
  const leave = async () => {
    setLeaving(true);
    await signOut();
    // Loads the page anew, so that nothing of the session is left in it.
    window.location.assign('/sign-in');
  };
  return (
    <SpaceBetween size="s">
      <Box>
        Signed in as <b>{session.name}</b> with the access key {session.accessKeyId} of the account{' '}
        {session.account}. What you do is recorded under this name.
      </Box>
      <Button onClick={leave} loading={isLeaving} loadingText="Signing out">
        Sign out
      </Button>
    </SpaceBetween>
  );
}

/** Who is signed in, and the way out. */
export function SessionPanel({ session }: { session: SignedIn }) {
  return (
    <PanelButton
      className={styles.actor}
      label={`Signed in as ${session.name}: sign out`}
      title="Session"
      panel={<SessionFacts session={session} />}
    >
      <span className={styles.ellipsis}>{session.name}</span>
    </PanelButton>
  );
}
