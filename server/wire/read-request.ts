import { ApiException } from '@/contract/errors';
import { operations, type OperationName } from '@/contract/operations';
import { parseBody } from './parse-body';
import { pathOf, type WireRequest } from './request';
import { memberInPath } from './route';

/**
 * An operation's input as it was sent, not yet validated: the members of the body, and over them those of the path and the query
 * string. The body of an operation that has no member in it is not looked at, nor is a query string where no member is.
 * Throws ValidationException for a URL that is not percent-encoded, and what parseBody throws.
 */
export async function readRequest(operation: OperationName, request: WireRequest): Promise<unknown> {
  const { uri, query, input } = operations[operation];
  const inPath = /\{(\w+)\}$/.exec(uri)?.[1];
  if (inPath === undefined) {
    return parseBody(request);
  }
  const inUrl: Record<string, unknown> = { [inPath]: decode(memberInPath(pathOf(request.rawUrl)), 'path') };
  if (query.length > 0) {
    const parameters = readQuery(request.rawUrl);
    for (const name of query) {
      inUrl[name] = parameters.get(name);
    }
  }
  const hasBody = Object.keys(input.shape).length > Object.keys(inUrl).length;
  const inBody = hasBody ? await parseBody(request) : {};
  // What is not an object is refused by the reading of the input.
  return typeof inBody === 'object' && inBody !== null && !Array.isArray(inBody)
    ? { ...inBody, ...inUrl }
    : inBody;
}

/** The parameters of a query string, each with its values in their order; one without "=" is empty. */
function readQuery(rawUrl: string): Map<string, string[]> {
  const parameters = new Map<string, string[]>();
  const start = rawUrl.indexOf('?');
  const parts = start === -1 ? [] : rawUrl.slice(start + 1).split('&');
  for (const part of parts.filter((each) => each !== '')) {
    const [, name = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(part) ?? [];
    const key = decode(name.replaceAll('+', ' '), 'query');
    const values = parameters.get(key) ?? [];
    values.push(decode(value.replaceAll('+', ' '), 'query'));
    parameters.set(key, values);
  }
  return parameters;
}

function decode(encoded: string, where: 'path' | 'query'): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    throw new ApiException('ValidationException', `The ${where} of the URL is not percent-encoded UTF-8.`);
  }
}
