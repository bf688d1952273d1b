'use client';

import Button from '@cloudscape-design/components/button';
import { CopyButton } from '@/components/ui/copy-button';
import { LinkButton } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import type { FlowDetail } from '@/contract/console';
import { useWorld } from '@/queries/use-world';
import { duplicateHref, editHref } from '@/queries/world';
import styles from './flow.module.css';

/** Gives the browser a text to save as a file. */
function download(fileName: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}

/** The definition as CreateFlow or UpdateFlow gave it, to read, copy, save, change and use for another flow. */
export function FlowDefinition({ flow }: { flow: FlowDetail['flow'] }) {
  const world = useWorld();
  const json = JSON.stringify(flow.definition, null, 2);
  return (
    <Section
      id="definition"
      heading="Definition"
      note={`JSON, version ${flow.schemaVersion}`}
      actions={
        <div className={styles.definitionActions}>
          {flow.standing !== 'deleted' && (
            <LinkButton variant="inline-link" href={editHref(flow.flowName, world)}>
              Edit
            </LinkButton>
          )}
          <LinkButton variant="inline-link" href={duplicateHref(flow.flowName, world)}>
            Duplicate
          </LinkButton>
          <Button variant="inline-link" onClick={() => download(`${flow.flowName}.json`, json)}>
            Download
          </Button>
          <CopyButton text={json} what="definition" isWordy />
        </div>
      }
    >
      <pre className={styles.json} role="group" aria-label="Definition as JSON" tabIndex={0}>
        {json}
      </pre>
    </Section>
  );
}
