import type { Path } from './draft';

/** Where JSON stops being JSON, its line counted from 1; the line is 0 where the browser does not say it. */
export interface JsonError {
  line: number;
  message: string;
}

/** Reads a text as JSON. */
export function readJson(text: string): { value: unknown } | { error: JsonError } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    const said = error instanceof Error ? error.message : 'This is not JSON.';
    return {
      error: {
        line: lineSaid(said, text),
        message: said.replace(/^JSON\.parse: /, '').replace(/ in JSON at.*$/, ''),
      },
    };
  }
}

/** Browsers say a line, or a position, or only that the text ended too early. */
function lineSaid(message: string, text: string): number {
  const line = /line (\d+)/.exec(message)?.[1];
  if (line !== undefined) return Number(line);
  const position = /position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return lineAt(text, Number(position));
  return /end of/i.test(message) ? lineAt(text, text.length) : 0;
}

function lineAt(text: string, position: number): number {
  return text.slice(0, position).split('\n').length;
}

/** Where the members of a text that is JSON stand: gives a member's line, counted from 1; of one that is not there, that of what it belongs in. */
export function linesOf(text: string): (path: Path) => number {
  const lines = memberLines(text);
  return (path) => {
    for (let length = path.length; length > 0; length -= 1) {
      const line = lines.get(keyOf(path.slice(0, length)));
      if (line !== undefined) return line;
    }
    return 1;
  };
}

function keyOf(path: Path): string {
  return JSON.stringify(path);
}

const token = /"(?:[^"\\]|\\.)*"|[[\]{},:]|\n|[^\s[\]{},:"]+/g;

/** The line of each member of a JSON text. */
function memberLines(text: string): Map<string, number> {
  const lines = new Map<string, number>();
  /** For each list or object that is open: its index or the name at which it stands. */
  const open: { isList: boolean; at: string | number }[] = [];
  let line = 1;
  let word = '';
  for (const [found] of text.matchAll(token)) {
    const inside = open.at(-1);
    if (found === '\n') {
      line += 1;
    } else if (found === '{' || found === '[') {
      open.push({ isList: found === '[', at: found === '[' ? 0 : '' });
      if (found === '[') lines.set(keyOf(open.map(({ at }) => at)), line);
    } else if (found === '}' || found === ']') {
      open.pop();
    } else if (found === ':' && inside && !inside.isList) {
      inside.at = String(JSON.parse(word));
      lines.set(keyOf(open.map(({ at }) => at)), line);
    } else if (found === ',' && inside?.isList && typeof inside.at === 'number') {
      inside.at += 1;
    } else {
      word = found;
      if (inside?.isList) lines.set(keyOf(open.map(({ at }) => at)), line);
    }
    if (found === '{' && inside?.isList) lines.set(keyOf(open.slice(0, -1).map(({ at }) => at)), line);
  }
  return lines;
}
