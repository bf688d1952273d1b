import type { OwnedData, Submission } from '../data/data';
import type { Caller } from '../domain/flow';
import type { FlowToImport } from './read-flows';

interface Importing {
  data: Pick<OwnedData, 'submitAll'>;
  newId: () => string;
  /** Who imports; the event of each flow says from which file. */
  actor: string;
}

/** Imports all of the flows, or none when any is refused: then it gives the reasons, a line each. */
export function importFlows(flows: FlowToImport[], { data, newId, actor }: Importing): string[] {
  const requestId = newId();
  const submissions = flows.map((flow): Submission<undefined> => ({
    world: flow.world,
    flowName: flow.flowName,
    caller: callerOf(actor, flow.file),
    requestId,
    command: {
      operation: 'ImportFlow',
      id: newId(),
      definition: flow.definition,
      state: {
        ...flow.state,
        lastExecution: flow.lastExecution && { executionId: newId(), ...flow.lastExecution },
      },
    },
    answer: () => undefined,
  }));
  return data
    .submitAll(submissions)
    .map(({ index, error }) => `${flows[index]?.file}: ${flows[index]?.flowName}: ${error.message}`);
}

function callerOf(actor: string, file: string): Caller {
  return { actor, via: 'import', reason: `Imported from ${file}` };
}

/** What was imported, in sentences: how many flows of each state went where, and where the console shows them. */
export function summaryOf(flows: FlowToImport[]): string[] {
  const worlds = new Map<string, FlowToImport[]>();
  for (const flow of flows) {
    const page = `/flows?account=${flow.world.account}&region=${flow.world.region}`;
    worlds.set(page, [...(worlds.get(page) ?? []), flow]);
  }
  return [...worlds].flatMap(([page, ofWorld]) => {
    const [{ world } = { world: undefined }] = ofWorld;
    const listed = ofWorld.filter(({ toldBy }) => toldBy === 'ListFlows').length;
    return [
      `Imported ${counted(ofWorld.length)} into account ${world?.account} in ${world?.region}: ${statesOf(ofWorld)}.`,
      ...(listed > 0
        ? [
            `Known from list-flows alone, so without schedule and fields, which describe-flow prints: ${listed}.`,
          ]
        : []),
      `The console shows them at ${page}`,
    ];
  });
}

/** Such as "2 active, 1 suspended"; flows that run on demand are active for ever, so they are told apart. */
function statesOf(flows: FlowToImport[]): string {
  const counts = new Map<string, number>();
  for (const { state, definition } of flows) {
    const isOnDemand = state.flowStatus === 'Active' && definition.triggerConfig.triggerType === 'OnDemand';
    const word = isOnDemand ? 'on demand' : state.flowStatus.toLowerCase();
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].map(([word, count]) => `${count} ${word}`).join(', ');
}

function counted(flows: number): string {
  return flows === 1 ? '1 flow' : `${flows} flows`;
}
