import { TransferError } from './transfer-error';

/** An object or a list in a text, and the line where it begins, from 1. */
export interface JsonDocument {
  line: number;
  value: unknown;
}

/** What AWS prints is nested a dozen levels deep. */
const DEEPEST = 100;

/**
 * The JSON documents of a text, one after the other, as several commands print them into one file. Throws TransferError, which says
 * where a text is not JSON. Looks for the ends of documents before it parses them, so that no nesting can exhaust anything.
 */
export function* readDocuments(text: string): Generator<JsonDocument> {
  let line = 1;
  let depth = 0;
  let inString = false;
  let begin = { at: 0, line };
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\n') {
      line += 1;
    }
    if (inString) {
      if (character === '\\') {
        at += 1;
      }
      inString = character !== '"';
    } else if (character === '{' || character === '[') {
      if (depth === 0) {
        begin = { at, line };
      }
      depth += 1;
      if (depth > DEEPEST) {
        throw new TransferError(`line ${line} is nested deeper than anything that AppFlow says.`);
      }
    } else if (depth === 0 && character !== undefined && !/\s/.test(character)) {
      throw new TransferError(
        `line ${line} is not JSON: { or [ should stand there, as the AWS CLI prints with --output json.`,
      );
    } else if (character === '"') {
      inString = true;
    } else if (character === '}' || character === ']') {
      depth -= 1;
      if (depth === 0) {
        yield { line: begin.line, value: parse(text.slice(begin.at, at + 1), begin.line) };
      }
    }
  }
  if (depth > 0) {
    throw new TransferError(`it ends in the middle of what begins in line ${begin.line}.`);
  }
}

function parse(json: string, line: number): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new TransferError(
      `what begins in line ${line} is not JSON: ${reason.replaceAll(/[\p{C}\s]+/gu, ' ')}`,
    );
  }
}
