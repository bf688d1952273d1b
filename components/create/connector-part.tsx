import Autosuggest from '@cloudscape-design/components/autosuggest';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import { connectorInWords } from '@/components/words/connector';
import type { ConnectorConfiguration } from '@/contract/shapes.gen';
import { useConnectors, useEntityNames, useProfileNames } from '@/queries/connectors';
import {
  emptyProperties,
  memberOf,
  operatorMemberOf,
  type PropertyField,
  propertyFields,
  type Role,
} from './connector-members';
import styles from './create.module.css';
import { type Draft, type Path, pathInWords, textAt, withValue } from './draft';
import { useFields } from './fields-context';
import { FormPart } from './form-part';
import { writeMapping } from './mapping-draft';
import { OptionalLabel, TextField } from './text-field';

/** Where an end of the flow stands in the draft. */
export const placeOf: Record<Role, Path> = {
  source: ['sourceFlowConfig'],
  destination: ['destinationFlowConfigList', 0],
};
const propertiesOf: Record<Role, string> = {
  source: 'sourceConnectorProperties',
  destination: 'destinationConnectorProperties',
};

/** The connector of one end of the draft. */
export function connectorTypeOf(draft: Draft, role: Role): string {
  return textAt(draft, [...placeOf[role], 'connectorType']);
}

/** Where a property of an end's connector stands in the draft. */
export function propertyPath(draft: Draft, role: Role, name: string): Path {
  const connectorType = connectorTypeOf(draft, role);
  return [...placeOf[role], propertiesOf[role], memberOf(role, connectorType) ?? connectorType, name];
}

/** The object that the source reads, "" where it has none. */
export function sourceEntityOf(draft: Draft): string {
  const field = propertyFields('source', connectorTypeOf(draft, 'source')).find(({ isEntity }) => isEntity);
  return field === undefined ? '' : textAt(draft, propertyPath(draft, 'source', field.name));
}

function canBe(role: Role, configuration: ConnectorConfiguration): boolean {
  return Boolean(role === 'source' ? configuration.canUseAsSource : configuration.canUseAsDestination);
}

/** The draft with another connector at one end: nothing that belonged to the last one stays there. */
function withConnector(draft: Draft, role: Role, connectorType: string): Draft {
  const end = { connectorType, [propertiesOf[role]]: emptyProperties(role, connectorType) };
  const changed = withValue(draft, placeOf[role], end);
  if (role === 'destination') return changed;
  // A source's operators are its own, and so are its fields.
  return withValue(
    changed,
    ['tasks'],
    writeMapping({ kind: 'all' }, operatorMemberOf(connectorType), undefined),
  );
}

/** One end of the flow: connector, connector profile, and what is read or written. */
export function ConnectorPart({ role }: { role: Role }) {
  const { world, operation, draft, replace, problemAt } = useFields();
  const connectors = useConnectors(world);
  const connectorType = connectorTypeOf(draft, role);
  const source = connectors.data?.get(connectorTypeOf(draft, 'source'));
  const options = [...(connectors.data ?? [])]
    .filter(([, configuration]) => canBe(role, configuration))
    .map(([value]) => ({
      value,
      label: connectorInWords(value),
      ...(role === 'destination' &&
        source?.supportedDestinationConnectors?.every((supported) => supported !== value) && {
          description: 'No destination for this source',
          disabled: true,
        }),
    }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en'));
  const isFixed = operation === 'UpdateFlow' && role === 'destination';
  return (
    <FormPart part={role} heading={role === 'source' ? 'Source' : 'Destination'}>
      <div className={styles.row}>
        <FormField
          data-member={pathInWords([...placeOf[role], 'connectorType'])}
          label="Connector"
          errorText={
            connectors.isError
              ? 'The connectors could not be read: reload the page, or use the JSON.'
              : problemAt([...placeOf[role], 'connectorType'])
          }
          constraintText={
            isFixed ? 'AppFlow does not let an update change the connector and the object.' : undefined
          }
        >
          <Select
            options={options}
            selectedOption={
              connectorType === '' ? null : { value: connectorType, label: connectorInWords(connectorType) }
            }
            onChange={({ detail }) =>
              replace(withConnector(draft, role, detail.selectedOption.value ?? connectorType))
            }
            filteringType="auto"
            filteringPlaceholder="Find a connector"
            filteringAriaLabel="Find a connector"
            filteringClearAriaLabel="Clear the search"
            statusType={connectors.isPending ? 'loading' : 'finished'}
            loadingText="Reading the connectors"
            placeholder="Choose a connector"
            empty="No connectors"
            noMatch="No connector of this name"
            disabled={isFixed}
          />
        </FormField>
        <ProfileField role={role} connectorType={connectorType} />
      </div>
      <div className={styles.row}>
        {propertyFields(role, connectorType).map((field) => {
          const path = propertyPath(draft, role, field.name);
          return field.isEntity ? (
            <EntityField
              key={field.name}
              field={field}
              path={path}
              connectorType={connectorType}
              isFixed={isFixed}
            />
          ) : (
            <TextField key={field.name} label={field.label} path={path} isOptional={field.isOptional} />
          );
        })}
      </div>
    </FormPart>
  );
}

function ProfileField({ role, connectorType }: { role: Role; connectorType: string }) {
  const { world, draft, set, problemAt } = useFields();
  const path = [...placeOf[role], 'connectorProfileName'];
  const { data: names = [], isPending } = useProfileNames(world, connectorType);
  const chosen = textAt(draft, path);
  const none = { value: '', label: 'None' };
  return (
    <FormField
      data-member={pathInWords(path)}
      label={<OptionalLabel label="Connector profile" />}
      errorText={problemAt(path)}
      constraintText={
        names.length === 0 && !isPending
          ? `There is no profile of ${connectorInWords(connectorType)} here.`
          : undefined
      }
    >
      <Select
        options={[none, ...names.map((name) => ({ value: name, label: name }))]}
        selectedOption={chosen === '' ? none : { value: chosen, label: chosen }}
        onChange={({ detail }) => set(path, detail.selectedOption.value || undefined)}
        statusType={isPending ? 'loading' : 'finished'}
        loadingText="Reading the profiles"
      />
    </FormField>
  );
}

interface EntityFieldProps {
  field: PropertyField;
  path: Path;
  connectorType: string;
  /** AppFlow does not let an update change it. */
  isFixed: boolean;
}

function EntityField({ field, path, connectorType, isFixed }: EntityFieldProps) {
  const { world, draft, set, problemAt } = useFields();
  const { data: entities = [], isLoading } = useEntityNames(world, connectorType, true);
  return (
    <FormField
      data-member={pathInWords(path)}
      label={field.isOptional ? <OptionalLabel label={field.label} /> : field.label}
      errorText={problemAt(path)}
    >
      <Autosuggest
        options={entities.map(({ name, label }) => ({
          value: name,
          ...(label !== undefined && label !== name && { description: label }),
        }))}
        value={textAt(draft, path)}
        onChange={({ detail }) => set(path, detail.value === '' ? undefined : detail.value)}
        disabled={isFixed}
        enteredTextLabel={(value) => `Use “${value}”`}
        ariaLabel={field.label}
        clearAriaLabel={`Clear ${field.label.toLowerCase()}`}
        statusType={isLoading ? 'loading' : 'finished'}
        loadingText="Reading the objects"
        empty="The service lists none: type a name"
      />
    </FormField>
  );
}
