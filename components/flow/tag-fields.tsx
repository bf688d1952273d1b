import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useEffect, useRef } from 'react';
import styles from './tag-fields.module.css';
import { type TagRow, tagKeyProblem, tagValueProblem } from './tag-rows';

interface TagFieldsProps {
  rows: TagRow[];
  onChange: (rows: TagRow[]) => void;
  /** Whether the first of them has the focus when they appear, as in a dialog. */
  hasFocus?: boolean;
}

/** Keys and values to type, each checked by the API's own constraints as one types. */
export function TagFields({ rows, onChange, hasFocus = false }: TagFieldsProps) {
  const { fields, focusNext } = useFocusInRows(rows, hasFocus);
  const change = (row: TagRow) => onChange(rows.map((other) => (other.id === row.id ? row : other)));
  const add = () => {
    focusNext({ index: rows.length, on: 'input' });
    onChange([...rows, { id: Math.max(-1, ...rows.map(({ id }) => id)) + 1, key: '', value: '' }]);
  };
  const remove = (row: TagRow, index: number) => {
    focusNext({ index, on: 'button' });
    onChange(rows.filter(({ id }) => id !== row.id));
  };
  return (
    <div ref={fields} className={styles.fields}>
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
            onClick={() => remove(row, index)}
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

/** A row's key or its button; where there is no such row, what adds one. */
interface Place {
  index: number;
  on: 'input' | 'button';
}

/** Moves the focus within the rows: when they appear, if that is wanted, and to a place once they have changed. */
function useFocusInRows(rows: TagRow[], hasFocus: boolean) {
  const fields = useRef<HTMLDivElement>(null);
  const next = useRef<Place>(undefined);
  useEffect(() => {
    // A modal takes the focus when it appears, to give it back when it goes; the first key gets it after that.
    if (!hasFocus) return;
    const timer = setTimeout(() => focusIn(fields.current, { index: 0, on: 'input' }));
    return () => clearTimeout(timer);
  }, [hasFocus]);
  useEffect(() => {
    if (next.current !== undefined) focusIn(fields.current, next.current);
    next.current = undefined;
  }, [rows]);
  return {
    fields,
    focusNext: (place: Place) => {
      next.current = place;
    },
  };
}

function focusIn(fields: HTMLElement | null, { index, on }: Place): void {
  const within = fields?.children[index];
  (within?.querySelector<HTMLElement>(on) ?? within?.querySelector('button'))?.focus();
}
