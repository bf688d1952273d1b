import type { Value } from './statements';

/** A piece of SQL with the values that it binds. */
export interface Sql {
  text: string;
  values: Value[];
}

/** Makes SQL of a template: what is SQL is put in, anything else is bound. */
export function sql(strings: TemplateStringsArray, ...parts: (Sql | Value)[]): Sql {
  const made: Sql = { text: strings[0] ?? '', values: [] };
  parts.forEach((part, index) => {
    const piece = isSql(part) ? part : { text: '?', values: [part] };
    made.text += piece.text + (strings[index + 1] ?? '');
    made.values.push(...piece.values);
  });
  return made;
}

/** Names of ours as they are: never what somebody sent. */
export function raw(text: string): Sql {
  return { text, values: [] };
}

export function joined(pieces: Sql[], separator: string): Sql {
  return {
    text: pieces.map(({ text }) => text).join(separator),
    values: pieces.flatMap(({ values }) => values),
  };
}

/** A list of values in parentheses, for IN and for rows. */
export function tuple(values: readonly Value[]): Sql {
  return { text: `(${values.map(() => '?').join(', ')})`, values: [...values] };
}

function isSql(part: Sql | Value): part is Sql {
  return typeof part === 'object' && part !== null;
}
