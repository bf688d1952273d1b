import { isDeepStrictEqual } from 'node:util';
import type { World } from '@/contract/console';
import { FlowName } from '@/contract/shapes.gen';
import { readDocuments } from './json-documents';
import { readDescribedFlow, readListedFlow, type ReadFlow } from './read-flow';
import { TransferError } from './transfer-error';

/** A flow to import, and the file that tells of it, by the name that the user gave. */
export type FlowToImport = ReadFlow & { file: string };

/** What files tell: flows, each once, sentences on what was left out, and why what could not be read. */
export interface FlowsRead {
  flows: FlowToImport[];
  notes: string[];
  refusals: string[];
}

/** After so many refusals nobody reads on. */
const MOST_REFUSALS = 1_000;

/**
 * Reads the flows of what `aws appflow list-flows` and `describe-flow` print, and of what Sluice exports, from files with any number
 * of these one after the other. What is said by describe-flow outranks list-flows. `moved` replaces the account or region of all.
 */
export function readFlows(files: { file: string; text: string }[], moved: Partial<World> = {}): FlowsRead {
  const flows = new Map<string, FlowToImport>();
  const notes: string[] = [];
  const refusals: string[] = [];
  let unfinished: string | undefined;
  for (const { file, text } of files) {
    for (const item of itemsOf(file, text)) {
      if (refusals.length === MOST_REFUSALS) {
        return { flows: [], notes, refusals: [...refusals, 'No more than these were looked at.'] };
      }
      switch (item.kind) {
        case 'page':
          unfinished = item.goesOn ? item.file : undefined;
          break;
        case 'note':
          notes.push(item.sentence);
          break;
        case 'refusal':
          refusals.push(item.sentence);
          break;
        case 'flow': {
          const { label, json, isDescribed } = item;
          try {
            const read = isDescribed ? readDescribedFlow(json, moved) : readListedFlow(json, moved);
            keep(flows, { ...read, file });
          } catch (error) {
            refusals.push(`${label}: ${sentenceOf(error)}`);
          }
        }
      }
    }
  }
  if (unfinished !== undefined) {
    notes.push(
      `${unfinished}: AppFlow had more flows than these: list-flows prints the next ones when it is given the nextToken.`,
    );
  }
  return { flows: [...flows.values()], notes, refusals };
}

type Item =
  | { kind: 'flow'; label: string; json: unknown; isDescribed: boolean }
  | { kind: 'page'; file: string; goesOn: boolean }
  | { kind: 'note' | 'refusal'; sentence: string };

/** What a file has in it, in its order. */
function* itemsOf(file: string, text: string): Generator<Item> {
  try {
    for (const { line, value } of readDocuments(text)) {
      yield* itemsIn(value, file, `what begins in line ${line}`);
    }
  } catch (error) {
    yield { kind: 'refusal', sentence: `${file}: ${sentenceOf(error)}` };
  }
}

/** What a document is, told by the members that the AWS CLI prints: another kind of output is another case here. */
function* itemsIn(value: unknown, file: string, place: string): Generator<Item> {
  if (Array.isArray(value)) {
    for (const [index, element] of value.entries()) {
      yield* itemsIn(element, file, `number ${index + 1} of ${place}`);
    }
  } else if (isObject(value) && Array.isArray(value.flows)) {
    yield* itemsIn(value.flows, file, place);
    const goesOn = typeof value.nextToken === 'string' || typeof value.NextToken === 'string';
    yield { kind: 'page', file, goesOn };
  } else if (isObject(value) && Array.isArray(value.connectorProfileDetails)) {
    const profiles = value.connectorProfileDetails.length;
    yield { kind: 'note', sentence: `${file}: connector profiles are left out (${profiles} in ${place}).` };
  } else if (!isObject(value) || !('flowName' in value || 'flowArn' in value)) {
    yield { kind: 'refusal', sentence: `${file}: ${place} is not what list-flows or describe-flow prints.` };
  } else {
    const name = FlowName.safeParse(value.flowName).data ?? place;
    yield value.flowStatus === 'Deleted'
      ? { kind: 'note', sentence: `${file}: ${name}: it is deleted, so it is left out.` }
      : {
          kind: 'flow',
          label: `${file}: ${name}`,
          json: value,
          isDescribed: 'triggerConfig' in value || 'sourceFlowConfig' in value,
        };
  }
}

/** Two tellings of one flow are one flow, if they do not contradict each other. Throws TransferError. */
function keep(flows: Map<string, FlowToImport>, flow: FlowToImport): void {
  const key = [flow.world.account, flow.world.region, flow.flowName].join(' ');
  const other = flows.get(key);
  if (other && other.flowArn !== flow.flowArn) {
    throw new TransferError(
      `${other.file} has another flow of this name for the same account and region, ${other.flowArn ?? 'without an ARN'}.`,
    );
  }
  if (!other || (other.toldBy === 'ListFlows' && flow.toldBy === 'DescribeFlow')) {
    flows.set(key, flow);
  } else if (
    other.toldBy === flow.toldBy &&
    !isDeepStrictEqual({ ...other, file: '' }, { ...flow, file: '' })
  ) {
    throw new TransferError(`${other.file} says something else of it: leave one of the two out.`);
  }
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof TransferError)) {
    throw error;
  }
  return error.message;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
