import FormField from '@cloudscape-design/components/form-field';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import { useEffect, useRef, useState } from 'react';
import { actorMaxLength } from '@/components/shell/use-actor';
import { written } from '@/components/words/written';
import type { World } from '@/contract/console';
import { useWorldSettings } from '@/queries/worlds';
import styles from './deed-fields.module.css';

// As much as the service keeps.
const reasonMaxLength = 512;

interface ReasonFieldState {
  value: string;
  onChange: (reason: string) => void;
  isRequired: boolean;
  errorText: string | undefined;
}

/** What somebody says in a dialog's reason field, at first perhaps what was said before, by the rule of the world. The API itself never asks for a reason. */
export function useReason(world: World, before = '') {
  const { reasonRequired } = useWorldSettings(world);
  const [value, setValue] = useState(before);
  const [isChecked, setChecked] = useState(false);
  const reason = value.trim() || undefined;
  const isMissing = reasonRequired && reason === undefined;
  const field: ReasonFieldState = {
    value,
    onChange: setValue,
    isRequired: reasonRequired,
    errorText:
      isChecked && isMissing
        ? `A reason is required in ${world.account} / ${world.region}: everyone who sees the flow sees it.`
        : undefined,
  };
  return { field, reason, isMissing, check: () => setChecked(true) };
}

interface ReasonFieldProps {
  field: ReasonFieldState;
  actor: string | undefined;
  /** Whether the flow goes on showing the reason of before. */
  isForActivity?: boolean;
}

/** Why someone does what a dialog asks about; has the focus when the dialog opens. */
export function ReasonField({ field, actor, isForActivity = false }: ReasonFieldProps) {
  const input = useRef<InputProps.Ref>(null);
  useEffect(() => {
    // The modal takes the focus when it appears, to give it back when it goes; the reason gets it after that.
    const timer = setTimeout(() => input.current?.focus());
    return () => clearTimeout(timer);
  }, []);
  return (
    <FormField
      label={
        <>
          Reason <i className={styles.optional}>- {field.isRequired ? 'required' : 'optional'}</i>
        </>
      }
      description={
        isForActivity
          ? 'Kept in the activity; the flow goes on showing why it was stopped.'
          : 'Everyone who sees the flow sees it.'
      }
      constraintText={actor && `Recorded as ${written(actor)}.`}
      errorText={field.errorText}
    >
      <Input
        ref={input}
        value={field.value}
        onChange={({ detail }) => field.onChange(detail.value)}
        ariaRequired={field.isRequired}
        autoComplete={false}
        nativeInputAttributes={{ maxLength: reasonMaxLength }}
      />
    </FormField>
  );
}

interface NameFieldProps {
  value: string;
  onChange: (name: string) => void;
}

/** Who does it, for a browser that was not told yet. */
export function NameField({ value, onChange }: NameFieldProps) {
  return (
    <FormField
      label="Your name"
      description="Recorded with what you do in this browser; asked until you give one."
    >
      <Input
        value={value}
        onChange={({ detail }) => onChange(detail.value)}
        autoComplete="name"
        nativeInputAttributes={{ maxLength: actorMaxLength }}
      />
    </FormField>
  );
}
