import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';

interface TypedNameFieldProps {
  /** Where it says something else than to confirm. */
  label?: string;
  description?: string;
  /** What is to be typed. */
  name: string;
  value: string;
  onChange: (value: string) => void;
  /** Whether someone tried to go on. */
  isChecked: boolean;
}

/** Whether a name that was typed to confirm is the one that was asked for. */
export function isTyped(value: string, name: string): boolean {
  return value.trim() === name;
}

/** Has a name typed before something that is hard to take back. */
export function TypedNameField(props: TypedNameFieldProps) {
  const { name, label = `To confirm, type ${name}`, description, value, onChange, isChecked } = props;
  return (
    <FormField
      label={label}
      description={description}
      errorText={isChecked && !isTyped(value, name) ? `This is not ${name}.` : undefined}
    >
      <Input
        value={value}
        onChange={({ detail }) => onChange(detail.value)}
        autoComplete={false}
        spellcheck={false}
      />
    </FormField>
  );
}
