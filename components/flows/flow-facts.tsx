import type { ReactNode } from 'react';
import { WorldName } from '@/components/shell/world-name';
import { connectorInWords } from '@/components/words/connector';
import { triggerInWords } from '@/components/words/trigger';
import type { FlowRow, World } from '@/contract/console';
import styles from './action-dialog.module.css';

/** Which flow a dialog asks about, and where it is. */
export function FlowFacts({ flow, world }: { flow: FlowRow; world: World }) {
  const facts: [string, ReactNode][] = [
    ['Flow', flow.flowName],
    ['Account and region', <WorldName key="world" world={world} />],
    [
      'Source → destination',
      `${connectorInWords(flow.sourceConnector)} → ${connectorInWords(flow.destinationConnector)}`,
    ],
    ['Trigger', triggerInWords(flow)],
  ];
  return (
    <dl className={styles.description}>
      {facts.map(([term, fact]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}
