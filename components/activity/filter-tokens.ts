import type { PropertyFilterProps } from '@cloudscape-design/components/property-filter';
import { ActivityQuery } from '@/contract/activity';

/** What can be said in the filter; each once, and all of them must hold. */
export const properties = [
  { key: 'flow', label: 'Flow', plural: 'Flows', operators: ['=', '^'] },
  { key: 'operation', label: 'Operation', plural: 'Operations' },
  { key: 'outcome', label: 'Outcome', plural: 'Outcomes' },
  { key: 'exception', label: 'Exception', plural: 'Exceptions' },
  { key: 'profile', label: 'Connector profile', plural: 'Connector profiles' },
  { key: 'connector', label: 'Connector label', plural: 'Connector labels' },
  { key: 'job', label: 'Bulk action', plural: 'Bulk actions' },
  { key: 'who', label: 'Who', plural: 'People' },
  { key: 'via', label: 'Client', plural: 'Clients' },
  { key: 'requestId', label: 'Request id', plural: 'Request ids' },
] as const;
export type Key = (typeof properties)[number]['key'];
const keys: readonly Key[] = properties.map(({ key }) => key);

const REQUEST_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-/i;

/** The filter's tokens for what the URL asks for. */
export function tokensOf(query: ActivityQuery): PropertyFilterProps.Token[] {
  return keys.flatMap((propertyKey) => {
    const value = query[propertyKey];
    if (value === undefined) return [];
    return propertyKey === 'flow' && value.endsWith('*')
      ? [{ propertyKey, operator: '^', value: value.slice(0, -1) }]
      : [{ propertyKey, operator: '=', value }];
  });
}

/** What the filter's tokens ask for: the last word on each; words without a property are a request id or a flow's beginning. */
export function queryOf(tokens: readonly PropertyFilterProps.Token[]): Pick<ActivityQuery, Key> {
  const said: Partial<Record<Key, string>> = {};
  for (const { propertyKey, operator, value } of tokens) {
    const text = String(value).trim();
    const key = keys.find((each) => each === propertyKey) ?? (REQUEST_ID.test(text) ? 'requestId' : 'flow');
    const isBeginning = key === 'flow' && (operator === '^' || propertyKey === undefined);
    said[key] = isBeginning && !text.endsWith('*') ? `${text}*` : text;
  }
  const known = Object.fromEntries(
    keys.flatMap((key) => {
      const read = ActivityQuery.shape[key].safeParse(said[key]);
      return read.success ? [[key, read.data]] : [];
    }),
  );
  return { ...Object.fromEntries(keys.map((key) => [key, undefined])), ...known };
}
