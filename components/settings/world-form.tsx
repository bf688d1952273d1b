import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { type SubmitEvent, useState } from 'react';
import { useActor } from '@/components/shell/use-actor';
import { WorldBadge } from '@/components/shell/world-name';
import { announce } from '@/components/ui/announcer';
import { LiveFields } from '@/components/ui/live-fields';
import { SpokenAlert } from '@/components/ui/spoken-alert';
import { worldColors, WorldSettings } from '@/contract/activity';
import type { World } from '@/contract/console';
import { useChangeWorld, useWorldSettings } from '@/queries/worlds';
import styles from './settings.module.css';

const nameMaxLength = 40;

/** The name, the colour and the rule of a world. */
export function WorldForm({ world }: { world: World }) {
  const kept = useWorldSettings(world);
  const { actor } = useActor();
  const change = useChangeWorld();
  const [edited, setEdited] = useState<Partial<WorldSettings>>({});
  const settings = { ...kept, ...edited };
  const edit = (more: Partial<WorldSettings>) => setEdited({ ...edited, ...more });

  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const { name = '', color, reasonRequired } = settings;
    const asked = WorldSettings.parse({ name: name.trim() || undefined, color, reasonRequired });
    change.mutate(
      { world, actor, settings: asked },
      {
        onSuccess: () => {
          // What was changed since stays changed.
          setEdited((now) => (now === edited ? {} : now));
          announce(`Saved for ${world.account} / ${world.region}`);
        },
      },
    );
  };

  return (
    <form className={styles.form} onSubmit={save}>
      <p className={styles.quiet}>
        {world.account} / {world.region}. Shown at the top of every page and in every dialog, so that nobody
        stops a flow in the wrong place.
      </p>
      <LiveFields>
        <div className={styles.row}>
          <FormField
            label="Name"
            constraintText={`For example Production; up to ${nameMaxLength} characters.`}
          >
            <Input
              value={settings.name ?? ''}
              onChange={({ detail }) => edit({ name: detail.value })}
              nativeInputAttributes={{ maxLength: nameMaxLength }}
              autoComplete={false}
            />
          </FormField>
          <fieldset className={styles.colors}>
            <legend>Colour</legend>
            {[undefined, ...worldColors].map((color) => (
              <label key={color ?? 'none'}>
                <input
                  type="radio"
                  name="color"
                  checked={settings.color === color}
                  onChange={() => edit({ color })}
                />
                {color === undefined ? (
                  'None'
                ) : (
                  <span className={styles.color} data-color={color}>
                    {color}
                  </span>
                )}
              </label>
            ))}
          </fieldset>
        </div>
        <Checkbox
          checked={settings.reasonRequired}
          onChange={({ detail }) => edit({ reasonRequired: detail.checked })}
          description="The console’s dialogs then take no stop, start, delete or bulk action without one. The API never asks for a reason, as on AWS: its clients have no place for it."
        >
          A reason is required
        </Checkbox>
        <div className={styles.save}>
          <Button formAction="submit" variant="primary" loading={change.isPending}>
            Save
          </Button>
          <WorldBadge settings={{ ...settings, name: settings.name?.trim() || undefined }} />
          {change.isSuccess && Object.keys(edited).length === 0 && (
            <span className={styles.quiet}>Saved</span>
          )}
        </div>
      </LiveFields>
      {change.isError && (
        <div role="alert">
          <SpokenAlert type="error" header="Not saved">
            {change.error.message || change.error.name}
          </SpokenAlert>
        </div>
      )}
    </form>
  );
}
