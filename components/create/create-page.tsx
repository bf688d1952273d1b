'use client';

import { useSearchParams } from 'next/navigation';
import { announce } from '@/components/ui/announcer';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { SpokenAlert } from '@/components/ui/spoken-alert';
import { useNavigate } from '@/components/ui/use-navigate';
import type { FlowDetail } from '@/contract/console';
import { useWorld } from '@/queries/use-world';
import { createdHref, worldHref } from '@/queries/world';
import styles from './create.module.css';
import { type Draft, emptyDraft } from './draft';
import { FlowEditor } from './flow-editor';

/** A flow like another one: what it is made of and its tags, without its name. */
function copyOf({ definition, tags }: FlowDetail['flow']): Draft {
  return { flowName: '', ...definition, ...(Object.keys(tags).length > 0 && { tags }) };
}

/** Makes a flow, from nothing or like the one that `from` names. */
export function CreatePage({ original }: { original: FlowDetail['flow'] | undefined }) {
  const world = useWorld();
  const navigate = useNavigate();
  const from = useSearchParams().get('from');
  return (
    <div className={styles.page}>
      <Breadcrumb above={[{ href: worldHref('/flows', world), text: 'Flows' }]} here="Create a flow" />
      <h1>{original === undefined ? 'Create a flow' : `Create a flow like ${original.flowName}`}</h1>
      {from !== null && original === undefined && (
        <SpokenAlert type="warning">
          There is no flow {from} in {world.account} / {world.region} to begin with.
        </SpokenAlert>
      )}
      <FlowEditor
        // Another one to begin with begins anew.
        key={original?.id}
        operation="CreateFlow"
        start={original === undefined ? emptyDraft : copyOf(original)}
        cancelHref={worldHref('/flows', world)}
        onSaved={(flowName) => {
          // To be seen it stands on the page that it leads to.
          announce(`${flowName}: created.`);
          navigate(createdHref(flowName, world));
        }}
      />
    </div>
  );
}
