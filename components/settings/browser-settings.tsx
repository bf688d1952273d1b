import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import { useState } from 'react';
import { useDensity, useTimeZone } from '@/components/shell/reader-settings';
import { ThemeChoice } from '@/components/shell/theme-switch';
import { actorMaxLength, useActor } from '@/components/shell/use-actor';
import { sortableTimeText, zoneText } from '@/components/words/time';
import { useHydrated } from '@/components/ui/use-hydrated';
import styles from './settings.module.css';

const densities = [
  { density: undefined, text: 'Comfortable' },
  { density: 'compact', text: 'Compact' },
] as const;

/** Theme, density, time zone and name, each taken at once. */
export function BrowserSettings() {
  const [density, setDensity] = useDensity();
  return (
    <div className={styles.form}>
      <div className={styles.row}>
        <ThemeChoice name="theme-of-settings" />
        <fieldset className={styles.choices}>
          <legend>Density</legend>
          {densities.map(({ density: each, text }) => (
            <label key={text}>
              <input
                type="radio"
                name="density"
                checked={density === each}
                onChange={() => setDensity(each)}
              />
              {text}
            </label>
          ))}
        </fieldset>
        <TimeZoneField />
        <NameField />
      </div>
    </div>
  );
}

function TimeZoneField() {
  const [timeZone, setTimeZone] = useTimeZone();
  const isHydrated = useHydrated();
  const own = { value: '', label: 'The browser’s' };
  const utc = { value: 'UTC', label: 'UTC' };
  const options = [
    own,
    utc,
    // The server may know others than the browser does.
    ...(isHydrated ? Intl.supportedValuesOf('timeZone') : [])
      .filter((value) => value !== 'UTC')
      .map((value) => ({ value, label: value.replaceAll('_', ' ') })),
  ];
  const [now] = useState(() => Date.now());
  return (
    <FormField
      label="Time zone"
      constraintText={
        isHydrated ? `Now: ${sortableTimeText(now, timeZone)} ${zoneText(now, timeZone)}` : '\u00a0'
      }
    >
      <Select
        options={options}
        selectedOption={options.find(({ value }) => value === (timeZone ?? '')) ?? own}
        filteringType="auto"
        filteringAriaLabel="Find a time zone"
        noMatch="No time zone of this name"
        onChange={({ detail }) => setTimeZone(detail.selectedOption.value || undefined)}
      />
    </FormField>
  );
}

function NameField() {
  const { actor, setActor } = useActor();
  const [name, setName] = useState<string>();
  return (
    <FormField
      label="Your name"
      constraintText="Recorded with everything that is done in this browser, for everyone to see."
    >
      <Input
        value={name ?? actor ?? ''}
        onChange={({ detail }) => setName(detail.value)}
        onBlur={() => {
          if (name !== undefined) setActor(name);
          setName(undefined);
        }}
        autoComplete="name"
        nativeInputAttributes={{ maxLength: actorMaxLength }}
      />
    </FormField>
  );
}
