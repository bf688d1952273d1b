import { CreateFlowRequest, UpdateFlowRequest } from '@/contract/shapes.gen';

/** The input of CreateFlow or UpdateFlow as it is being written: any JSON object, valid or not. */
export type Draft = Record<string, unknown>;

/** Where a member stands; elements of lists by their index from 0. */
export type Path = readonly (string | number)[];

/** What the operation's constraints say against a member. */
export interface Problem {
  path: Path;
  message: string;
  /** True where a required member is not there yet. */
  isMissing: boolean;
}

export type FlowOperation = 'CreateFlow' | 'UpdateFlow';

const requests = { CreateFlow: CreateFlowRequest, UpdateFlow: UpdateFlowRequest };

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands at a path; undefined where nothing does. */
export function valueAt(draft: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, name) => {
    if (Array.isArray(value) && typeof name === 'number') return value[name];
    return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  }, draft);
}

/** The text at a path, "" where there is none. */
export function textAt(draft: unknown, path: Path): string {
  const value = valueAt(draft, path);
  return typeof value === 'string' ? value : '';
}

/** The draft with a value at a path; undefined takes the member away. Everything else is kept as it is. */
export function withValue(draft: Draft, path: Path, value: unknown): Draft {
  const changed = put(draft, path, value);
  return isObject(changed) ? changed : draft;
}

function put(inside: unknown, [name, ...rest]: Path, value: unknown): unknown {
  if (name === undefined) return value;
  if (typeof name === 'number') {
    const list = Array.isArray(inside) ? [...(inside as unknown[])] : [];
    list[name] = put(list[name], rest, value);
    return list;
  }
  const members = isObject(inside) ? inside : {};
  const member = put(Object.hasOwn(members, name) ? members[name] : undefined, rest, value);
  if (member !== undefined) return { ...members, [name]: member };
  return Object.fromEntries(Object.entries(members).filter(([other]) => other !== name));
}

/** Everything that the contract's own schema says against a draft, in AWS's words. */
export function problemsOf(operation: FlowOperation, draft: Draft): Problem[] {
  const { error } = requests[operation].safeParse(draft);
  return (error?.issues ?? []).map(({ path, message, code }) => {
    const place = path.map((name) => (typeof name === 'symbol' ? String(name) : name));
    const value = valueAt(draft, place);
    const isMissing = value === undefined || value === null;
    const isWrongType = code === 'invalid_type' && !isMissing;
    return {
      path: place,
      message: isMissing
        ? 'This is required.'
        : isWrongType
          ? `This must be ${message.replace(/^.*expected (\w+).*$/, 'of type $1')}.`
          : message,
      isMissing,
    };
  });
}

/** Members that the operation does not know and would ignore, such as misspelt ones. */
export function unknownMembers(operation: FlowOperation, draft: Draft): Path[] {
  const { data } = requests[operation].safeParse(draft);
  return data === undefined ? [] : extraIn(draft, data, []);
}

function extraIn(given: unknown, known: unknown, path: Path): Path[] {
  if (Array.isArray(given) && Array.isArray(known)) {
    return given.flatMap((element: unknown, index) => extraIn(element, known[index], [...path, index]));
  }
  if (!isObject(given) || !isObject(known)) return [];
  return Object.entries(given).flatMap(([name, member]) =>
    Object.hasOwn(known, name) ? extraIn(member, known[name], [...path, name]) : [[...path, name]],
  );
}

/** The draft as the operation is sent: an update has no members that only CreateFlow knows. */
export function inputFor(operation: FlowOperation, draft: Draft): Draft {
  const known = new Set(Object.keys(requests[operation].shape));
  return Object.fromEntries(Object.entries(draft).filter(([name]) => known.has(name)));
}

/** A path as AWS writes it: elements count from 1 and are followed by "member". */
export function pathInWords(path: Path): string {
  return path.map((name) => (typeof name === 'number' ? `${name + 1}` : name)).join('.');
}

/** An on-demand flow from Salesforce to S3 that maps all fields and lacks what only a person can say. */
export const emptyDraft: Draft = {
  flowName: '',
  triggerConfig: { triggerType: 'OnDemand' },
  sourceFlowConfig: { connectorType: 'Salesforce', sourceConnectorProperties: { Salesforce: {} } },
  destinationFlowConfigList: [{ connectorType: 'S3', destinationConnectorProperties: { S3: {} } }],
  tasks: [
    {
      taskType: 'Map_all',
      sourceFields: [],
      connectorOperator: { Salesforce: 'NO_OP' },
      taskProperties: {},
    },
  ],
};
