import { TagFields } from '@/components/flow/tag-fields';
import { tagRows, tagsOf } from '@/components/flow/tag-rows';
import { useState } from 'react';
import { ConnectorPart } from './connector-part';
import styles from './create.module.css';
import { type Draft, isObject } from './draft';
import { useFields } from './fields-context';
import { FormPart } from './form-part';
import { MappingPart } from './mapping-part';
import { TextField } from './text-field';
import { TriggerPart } from './trigger-part';

/** Members that the form has no field for, but keeps. */
function keptMembers(draft: Draft): string[] {
  const { sourceFlowConfig, destinationFlowConfigList } = draft;
  return [
    ...['kmsArn', 'metadataCatalogConfig'].filter((name) => draft[name] !== undefined),
    ...(isObject(sourceFlowConfig) && sourceFlowConfig.incrementalPullConfig !== undefined
      ? ['incrementalPullConfig']
      : []),
    ...(Array.isArray(destinationFlowConfigList) && destinationFlowConfigList.length > 1
      ? [`${destinationFlowConfigList.length - 1} more in destinationFlowConfigList`]
      : []),
  ];
}

/** The common cases as a form. */
export function FlowForm({ onJson }: { onJson: () => void }) {
  const { operation, draft } = useFields();
  const kept = keptMembers(draft);
  return (
    <div className={styles.parts}>
      <FormPart part="flow" heading="Flow">
        <div className={styles.row}>
          {operation === 'CreateFlow' && <TextField label="Name" path={['flowName']} />}
          <TextField label="Description" path={['description']} isOptional />
        </div>
        {kept.length > 0 && (
          <p className={styles.quiet}>Only the JSON shows, and the form keeps: {kept.join(', ')}.</p>
        )}
      </FormPart>
      <div className={styles.ends}>
        <ConnectorPart role="source" />
        <ConnectorPart role="destination" />
      </div>
      <TriggerPart />
      <MappingPart onJson={onJson} />
      {operation === 'CreateFlow' && <TagsPart />}
    </div>
  );
}

function TagsPart() {
  const { draft, set } = useFields();
  const [rows, setRows] = useState(() => tagRows(textsIn(draft.tags)));
  return (
    <FormPart part="tags" heading="Tags" note="optional">
      <div data-member="tags">
        <TagFields
          rows={rows}
          onChange={(next) => {
            setRows(next);
            const tags = tagsOf(next);
            set(['tags'], Object.keys(tags).length === 0 ? undefined : tags);
          }}
        />
      </div>
    </FormPart>
  );
}

function textsIn(tags: unknown): Record<string, string> {
  if (!isObject(tags)) return {};
  return Object.fromEntries(
    Object.entries(tags).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
  );
}
