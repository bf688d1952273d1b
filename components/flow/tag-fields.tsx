import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import styles from './tag-fields.module.css';
import { type TagRow, tagKeyProblem, tagValueProblem } from './tag-rows';

/** Keys and values to type, each checked by the API's own constraints as one types. */
export function TagFields({ rows, onChange }: { rows: TagRow[]; onChange: (rows: TagRow[]) => void }) {
  const change = (row: TagRow) => onChange(rows.map((other) => (other.id === row.id ? row : other)));
  const add = () =>
    onChange([...rows, { id: Math.max(-1, ...rows.map(({ id }) => id)) + 1, key: '', value: '' }]);
  return (
    <div className={styles.fields}>
      {rows.map((row, index) => (
        <div key={row.id} className={styles.row} role="group" aria-label={`Tag ${index + 1}`}>
          <FormField label="Key" errorText={tagKeyProblem(row, rows)}>
            <Input
              value={row.key}
              onChange={({ detail }) => change({ ...row, key: detail.value })}
              autoComplete={false}
              spellcheck={false}
            />
          </FormField>
          <FormField label="Value" errorText={tagValueProblem(row)}>
            <Input
              value={row.value}
              onChange={({ detail }) => change({ ...row, value: detail.value })}
              autoComplete={false}
              spellcheck={false}
            />
          </FormField>
          <Button
            formAction="none"
            ariaLabel={`Remove tag ${row.key || index + 1}`}
            onClick={() => onChange(rows.filter(({ id }) => id !== row.id))}
          >
            Remove
          </Button>
        </div>
      ))}
      <div>
        <Button formAction="none" iconName="add-plus" onClick={add}>
          Add a tag
        </Button>
      </div>
    </div>
  );
}
