import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import { useState } from 'react';
import { SpokenAlert } from '@/components/ui/spoken-alert';
import { useEntityFields } from '@/queries/connectors';
import { operatorMemberOf } from './connector-members';
import { connectorTypeOf, sourceEntityOf } from './connector-part';
import styles from './create.module.css';
import { valueAt } from './draft';
import { useFields } from './fields-context';
import { FormPart } from './form-part';
import { type ChosenField, type MappingDraft, readMapping, writeMapping } from './mapping-draft';

/** Which fields go where. */
export function MappingPart({ onJson }: { onJson: () => void }) {
  const { draft, set, problemAt } = useFields();
  const tasks = valueAt(draft, ['tasks']);
  const mapping = readMapping(tasks);
  const write = (next: Exclude<MappingDraft, { kind: 'other' }>) =>
    set(['tasks'], writeMapping(next, operatorMemberOf(connectorTypeOf(draft, 'source')), tasks));
  if (mapping.kind === 'other') {
    return (
      <FormPart part="mapping" heading="What it moves">
        <SpokenAlert
          type="info"
          action={
            <span className={styles.buttons}>
              <Button formAction="none" onClick={onJson}>
                Edit as JSON
              </Button>
              <Button formAction="none" onClick={() => write({ kind: 'all' })}>
                Move all fields instead
              </Button>
            </span>
          }
        >
          Its tasks do more than this form can show. They are kept as they are.
        </SpokenAlert>
      </FormPart>
    );
  }
  return (
    <FormPart part="mapping" heading="What it moves">
      <FormField data-member="tasks" label="Fields" errorText={problemAt(['tasks'])}>
        <RadioGroup
          value={mapping.kind}
          items={[
            { value: 'all', label: 'All fields, under their own names' },
            { value: 'chosen', label: 'Chosen fields' },
          ]}
          onChange={({ detail }) =>
            write(detail.value === 'all' ? { kind: 'all' } : { kind: 'chosen', fields: [] })
          }
        />
      </FormField>
      {mapping.kind === 'chosen' && (
        <ChosenFields fields={mapping.fields} onChange={(fields) => write({ kind: 'chosen', fields })} />
      )}
    </FormPart>
  );
}

function ChosenFields(props: { fields: ChosenField[]; onChange: (fields: ChosenField[]) => void }) {
  const { fields, onChange } = props;
  const { world, draft } = useFields();
  const entity = sourceEntityOf(draft);
  const described = useEntityFields(world, connectorTypeOf(draft, 'source'), entity);
  const known = described.data ?? [];
  const names = new Set([
    ...known.map(({ identifier }) => identifier),
    ...fields.map(({ source }) => source),
  ]);
  const typeOf = (name: string) =>
    known.find(({ identifier }) => identifier === name)?.supportedFieldTypeDetails?.v1.fieldType;
  const setDestination = (source: string, destination: string) =>
    onChange(fields.map((field) => (field.source === source ? { source, destination } : field)));
  const toggle = (source: string) =>
    onChange(
      fields.some((field) => field.source === source)
        ? fields.filter((field) => field.source !== source)
        : // In the order in which they are shown.
          [...names].flatMap(
            (name) =>
              fields.find((field) => field.source === name) ??
              (name === source ? { source, destination: source } : []),
          ),
    );
  return (
    <>
      {described.isError && (
        <p className={styles.quiet}>The service lists no fields of {entity}: add them by name.</p>
      )}
      {entity === '' && known.length === 0 && (
        <p className={styles.quiet}>
          The service knows the fields once an object is chosen. Add others by name.
        </p>
      )}
      <ul className={styles.fieldList} aria-label="Source fields">
        {[...names].map((name) => {
          const chosen = fields.find(({ source }) => source === name);
          return (
            <li key={name}>
              <label>
                <input type="checkbox" checked={chosen !== undefined} onChange={() => toggle(name)} />
                <code>{name}</code> <span className={styles.quiet}>{typeOf(name)}</span>
              </label>
              {chosen !== undefined && (
                <span className={styles.target}>
                  <span aria-hidden="true">→</span>
                  <Input
                    value={chosen.destination}
                    onChange={({ detail }) => setDestination(name, detail.value)}
                    ariaLabel={`Destination field of ${name}`}
                    autoComplete={false}
                    spellcheck={false}
                  />
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <AddField
        onAdd={(name) =>
          names.has(name) && fields.some(({ source }) => source === name)
            ? undefined
            : onChange([...fields, { source: name, destination: name }])
        }
      />
    </>
  );
}

function AddField({ onAdd }: { onAdd: (name: string) => void }) {
  const [name, setName] = useState('');
  const add = () => {
    if (name.trim() === '') return;
    onAdd(name.trim());
    setName('');
  };
  return (
    <FormField label="Another field, by name">
      <div className={styles.add}>
        <Input
          value={name}
          onChange={({ detail }) => setName(detail.value)}
          onKeyDown={(event) => {
            // Enter adds the field; it would save the flow.
            if (event.detail.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
          autoComplete={false}
          spellcheck={false}
        />
        <Button formAction="none" onClick={add}>
          Add
        </Button>
      </div>
    </FormField>
  );
}
