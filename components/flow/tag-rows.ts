import { TagKey, TagMap, TagValue } from '@/contract/shapes.gen';

/** A tag as it is being typed. */
export interface TagRow {
  /** Stays the same while key and value are typed. */
  id: number;
  key: string;
  value: string;
}

const mostTags = 50;

/** What people may write in a value where the API's own words are a regular expression. */
export const tagValueCharacters = 'Letters, digits, blanks and + - = . _ : / @ only.';

/** What the API says of a text, in words for the person who types it; undefined when it takes it. */
function problemIn(schema: typeof TagKey, text: string, characters: string): string | undefined {
  const [issue] = schema.safeParse(text).error?.issues ?? [];
  if (issue === undefined) return undefined;
  return issue.message.includes('pattern') ? characters : issue.message.replace(/^Member must/, 'It must');
}

/** What is wrong with a tag's key, given all of them. A row without key and value counts as not there. */
export function tagKeyProblem(row: TagRow, rows: readonly TagRow[]): string | undefined {
  if (row.key === '') return row.value === '' ? undefined : 'A tag needs a key.';
  if (rows.some(({ id, key }) => id < row.id && key === row.key)) return 'There is a tag of this key above.';
  if (row.key.startsWith('aws:')) return 'Keys that begin with aws: belong to AWS.';
  return problemIn(TagKey, row.key, 'Letters, digits and + - = . _ : / , ; < only.');
}

/** What is wrong with a tag's value. */
export function tagValueProblem({ value }: TagRow): string | undefined {
  return problemIn(TagValue, value, tagValueCharacters);
}

/** The tags that rows say. */
export function tagsOf(rows: readonly TagRow[]): Record<string, string> {
  return Object.fromEntries(rows.filter(({ key }) => key !== '').map(({ key, value }) => [key, value]));
}

/** What is wrong with rows as a whole, or the first thing that is wrong with one; undefined when the API takes them. */
export function tagsProblem(rows: readonly TagRow[]): string | undefined {
  if (Object.keys(tagsOf(rows)).length > mostTags) return `A flow has ${mostTags} tags at most.`;
  const [problem] = rows.flatMap((row) => tagKeyProblem(row, rows) ?? tagValueProblem(row) ?? []);
  return (
    problem ?? (TagMap.safeParse(tagsOf(rows)).success ? undefined : 'AppFlow does not take these tags.')
  );
}

/** Rows for tags, with their keys in order. */
export function tagRows(tags: Record<string, string>): TagRow[] {
  return Object.entries(tags).map(([key, value], id) => ({ id, key, value }));
}

/** What TagResource and UntagResource have to say so that a flow with the tags `before` has `after`. */
export function tagChanges(before: Record<string, string>, after: Record<string, string>) {
  return {
    tags: Object.fromEntries(Object.entries(after).filter(([key, value]) => before[key] !== value)),
    tagKeys: Object.keys(before).filter((key) => after[key] === undefined),
  };
}
