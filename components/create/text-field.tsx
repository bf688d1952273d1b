import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import type { ReactNode } from 'react';
import { pathInWords, textAt, type Path } from './draft';
import { useFields } from './fields-context';

interface TextFieldProps {
  label: string;
  path: Path;
  isOptional?: boolean;
  description?: ReactNode;
  constraintText?: string;
}

/** A member of the draft that is a text; an optional one that is emptied goes away. */
export function TextField(props: TextFieldProps) {
  const { label, path, isOptional = false } = props;
  const { draft, set, problemAt } = useFields();
  return (
    <FormField
      data-member={pathInWords(path)}
      label={isOptional ? <OptionalLabel label={label} /> : label}
      description={props.description}
      constraintText={props.constraintText}
      errorText={problemAt(path)}
    >
      <Input
        value={textAt(draft, path)}
        onChange={({ detail }) => set(path, detail.value === '' && isOptional ? undefined : detail.value)}
        autoComplete={false}
        spellcheck={false}
      />
    </FormField>
  );
}

export function OptionalLabel({ label }: { label: string }) {
  return (
    <>
      {label} <i style={{ fontWeight: 400 }}>- optional</i>
    </>
  );
}
