'use client';

import { CopyButton } from '@/components/ui/copy-button';
import { type Column, DataTable } from '@/components/ui/data-table';
import { Section } from '@/components/ui/section';
import { type FieldMapping, fieldMappingsOf } from './field-mappings';
import styles from './flow.module.css';

const mappingsShownAtFirst = 20;

const columns: Column<FieldMapping>[] = [
  { heading: 'Task', cell: ({ task }) => task },
  { heading: 'Source fields', kind: 'words', cell: ({ sourceFields }) => sourceFields || '–' },
  { heading: 'Destination field', cell: ({ destinationField }) => destinationField || '–' },
  { heading: 'Details', kind: 'words', cell: ({ details }) => details },
];

/** The definition as CreateFlow or UpdateFlow gave it: its field mappings as a table, all of it as JSON. */
export function FlowDefinition({ definition }: { definition: Record<string, unknown> }) {
  const json = JSON.stringify(definition, null, 2);
  const mappings = fieldMappingsOf(definition).map((mapping, index) => ({ ...mapping, index }));
  return (
    <div className={styles.definition}>
      <Section id="mappings" heading="Field mappings" note={mappings.length}>
        <DataTable
          label="Field mappings"
          rows={mappings}
          columns={columns}
          keyOf={({ index }) => index}
          empty="It maps no fields."
          shownAtFirst={mappingsShownAtFirst}
        />
      </Section>
      <Section
        id="definition"
        heading="Definition"
        note="JSON"
        actions={<CopyButton text={json} what="definition" isWordy />}
      >
        <pre className={styles.json} role="group" aria-label="Definition as JSON" tabIndex={0}>
          {json}
        </pre>
      </Section>
    </div>
  );
}
