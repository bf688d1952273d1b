'use client';

import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type SubmitEvent, useState } from 'react';
import { AppLink } from '@/components/ui/app-link';
import { PanelButton, useClosePanel } from '@/components/ui/panel-button';
import { useNavigate } from '@/components/ui/use-navigate';
import { World } from '@/contract/console';
import { useWorld } from '@/queries/use-world';
import { isSameWorld, worldHref } from '@/queries/world';
import { useWorlds, useWorldSettings } from '@/queries/worlds';
import styles from './strip.module.css';
import { useSession } from './viewer';
import { WorldName } from './world-name';

// Filters and pages of the list belong to the world that is left, so a switch always leads to the whole list.
function listHref(world: World): string {
  return worldHref('/flows', world);
}

function WorldList({ world }: { world: World }) {
  const { data, isError } = useWorlds(world);
  if (isError)
    return (
      <Box color="text-body-secondary">The server does not say which accounts and regions have flows.</Box>
    );
  if (data === undefined) return <Box color="text-body-secondary">Loading…</Box>;
  if (data.worlds.length === 0)
    return <Box color="text-body-secondary">No account and region has flows yet.</Box>;
  return (
    <ul className={styles.worlds}>
      {data.worlds.map(({ account, region, flows }) => {
        const isCurrent = isSameWorld({ account, region }, world);
        return (
          <li key={`${account} ${region}`} aria-current={isCurrent ? 'true' : undefined}>
            <AppLink variant="primary" href={listHref({ account, region })}>
              <WorldName world={{ account, region }} />
            </AppLink>
            <span>{flows === 1 ? '1 flow' : `${flows} flows`}</span>
          </li>
        );
      })}
    </ul>
  );
}

function WorldForm({ world }: { world: World }) {
  const close = useClosePanel();
  const navigate = useNavigate();
  const session = useSession();
  const [account, setAccount] = useState(world.account);
  const [region, setRegion] = useState(world.region);
  const [isChecked, setChecked] = useState(false);
  const accountIsValid = World.shape.account.safeParse(account.trim()).success;
  const regionIsValid = World.shape.region.safeParse(region.trim()).success;

  const go = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!accountIsValid || !regionIsValid) return;
    // First, so that a question that comes now gives the focus back to the button.
    close();
    navigate(listHref({ account: account.trim(), region: region.trim() }));
  };

  return (
    <form onSubmit={go} noValidate>
      <SpaceBetween size="s">
        <FormField label="Account" errorText={isChecked && !accountIsValid && 'An account has 12 digits.'}>
          <Input
            value={account}
            onChange={({ detail }) => setAccount(detail.value)}
            inputMode="numeric"
            spellcheck={false}
            // A session is for one account.
            readOnly={session !== undefined}
          />
        </FormField>
        <FormField
          label="Region"
          errorText={isChecked && !regionIsValid && 'A region looks like us-east-1 or eu-central-1.'}
        >
          <Input value={region} onChange={({ detail }) => setRegion(detail.value)} spellcheck={false} />
        </FormField>
        <Button formAction="submit">Go</Button>
      </SpaceBetween>
    </form>
  );
}

/** The account and region of the page, and the way to another. */
export function WorldSwitch() {
  const world = useWorld();
  const { name } = useWorldSettings(world);
  const text = `${name === undefined ? '' : `${name}, `}${world.account} / ${world.region}`;
  return (
    <PanelButton
      className={styles.world}
      label={`Account and region: ${text}`}
      title="Account and region"
      panel={
        <SpaceBetween size="m">
          <WorldList world={world} />
          <WorldForm world={world} />
        </SpaceBetween>
      }
    >
      <WorldName world={world} />
    </PanelButton>
  );
}
