'use client';

import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type SubmitEvent, useState } from 'react';
import { PanelButton, useClosePanel } from '@/components/ui/panel-button';
import styles from './strip.module.css';
import { actorMaxLength, useActor } from './use-actor';

function ActorForm() {
  const close = useClosePanel();
  const { actor, setActor } = useActor();
  const [name, setName] = useState(actor ?? '');
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    setActor(name);
    close();
  };
  return (
    <form onSubmit={save}>
      <SpaceBetween size="s">
        <FormField
          label="Your name"
          description="Recorded with every stop, start and delete from this browser, for everyone to see."
        >
          <Input
            value={name}
            onChange={({ detail }) => setName(detail.value)}
            autoFocus
            autoComplete="name"
            nativeInputAttributes={{ maxLength: actorMaxLength }}
          />
        </FormField>
        <Button formAction="submit">Save</Button>
      </SpaceBetween>
    </form>
  );
}

/** Who acts in this browser: asks until someone has said it, then shows it. */
export function ActorPrompt() {
  const { actor, known } = useActor();
  const isAsking = known && actor === undefined;
  return (
    <PanelButton
      className={styles.actor}
      label={actor === undefined ? 'Who are you?' : `You act as ${actor}: change`}
      title="Who acts"
      panel={<ActorForm />}
    >
      <span className={styles.ellipsis} data-asking={isAsking}>
        {known ? (actor ?? 'Who are you?') : '\u00a0'}
      </span>
    </PanelButton>
  );
}
