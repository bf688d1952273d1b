import FormField from '@cloudscape-design/components/form-field';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import { useEffect, useRef } from 'react';
import { actorMaxLength } from '@/components/shell/use-actor';
import styles from './deed-fields.module.css';

// As much as the service keeps.
const reasonMaxLength = 512;

/** Why someone does what a dialog asks about; has the focus when the dialog opens. */
export function ReasonField(props: {
  value: string;
  onChange: (reason: string) => void;
  actor: string | undefined;
}) {
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
          Reason <i className={styles.optional}>- optional</i>
        </>
      }
      description="Everyone who sees the flow sees it."
      constraintText={props.actor && `Recorded as ${props.actor}.`}
    >
      <Input
        ref={input}
        value={props.value}
        onChange={({ detail }) => props.onChange(detail.value)}
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
    <FormField label="Your name" description="Recorded with what you do in this browser; asked once.">
      <Input
        value={value}
        onChange={({ detail }) => onChange(detail.value)}
        autoComplete="name"
        nativeInputAttributes={{ maxLength: actorMaxLength }}
      />
    </FormField>
  );
}
