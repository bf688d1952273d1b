'use client';

import Button from '@cloudscape-design/components/button';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { flashOn } from '@/components/shell/flash';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { SpokenAlert } from '@/components/ui/spoken-alert';
import { useNavigate } from '@/components/ui/use-navigate';
import { whoInWords } from '@/components/words/status';
import type { FlowDetail } from '@/contract/console';
import { readFlowAnew, useFlow } from '@/queries/flow';
import { useWorld } from '@/queries/use-world';
import { flowHref, worldHref } from '@/queries/world';
import styles from './create.module.css';
import { type Draft, inputFor } from './draft';
import { FlowEditor } from './flow-editor';

type Flow = FlowDetail['flow'];

function draftOf({ flowName, definition }: Flow): Draft {
  return inputFor('UpdateFlow', { flowName, ...definition });
}

/** Changes a flow's definition; says so when somebody else did meanwhile. */
export function EditPage({ flowName }: { flowName: string }) {
  const world = useWorld();
  const { data } = useFlow(world, flowName);
  const [opened, setOpened] = useState(data?.flow);
  if (data === undefined || opened === undefined) return null;
  return <Editing key={opened.schemaVersion} opened={opened} now={data.flow} onOpen={setOpened} />;
}

function Editing(props: { opened: Flow; now: Flow; onOpen: (flow: Flow) => void }) {
  const { opened, now, onOpen } = props;
  const { flowName } = opened;
  const world = useWorld();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [start] = useState(() => draftOf(opened));
  const [isSaved, setSaved] = useState(false);
  const href = flowHref(flowName, world);
  const save = async () => {
    setSaved(true);
    const { flow } = await readFlowAnew(client, world, flowName).catch(() => ({ flow: undefined }));
    flashOn(href, `${flowName}: saved${flow === undefined ? '' : `, now version ${flow.schemaVersion}`}.`);
    navigate(href);
  };
  return (
    <div className={styles.page}>
      <Breadcrumb
        above={[
          { href: worldHref('/flows', world), text: 'Flows' },
          { href, text: flowName },
        ]}
        here="Edit"
      />
      <h1>Edit {flowName}</h1>
      <p className={styles.quiet}>
        Version {opened.schemaVersion}. Saving makes the next version and leaves its state as it is; runs
        under way go on as they began.
      </p>
      {now.standing === 'deleted' && !isSaved && (
        <SpokenAlert type="warning">
          {whoInWords(now.statusChange)} deleted {flowName}: it can not be changed any more.
        </SpokenAlert>
      )}
      {now.standing !== 'deleted' && now.schemaVersion !== opened.schemaVersion && !isSaved && (
        <SpokenAlert
          type="warning"
          action={<Button onClick={() => onOpen(now)}>Begin again with version {now.schemaVersion}</Button>}
        >
          {now.lastUpdatedBy} changed this flow since you opened it: it is at version {now.schemaVersion}.
          Saving replaces what they did.
        </SpokenAlert>
      )}
      <FlowEditor operation="UpdateFlow" start={start} cancelHref={href} onSaved={() => void save()} />
    </div>
  );
}
