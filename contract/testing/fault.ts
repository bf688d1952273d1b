import { z } from 'zod';
import { assertOutput } from '../assert-output';
import { commonExceptions, type ExceptionName, exceptions } from '../errors';
import { type OperationName, operations } from '../operations';

/** An answer as any HTTP client sees it; header names in lower case. */
export interface ReceivedAnswer {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: string;
}

/** The wire's own, which may answer before an operation is reached. */
const wireExceptions: readonly ExceptionName[] = [
  'RequestEntityTooLargeException',
  'SerializationException',
  'UnknownOperationException',
  'UnsupportedMediaTypeException',
  'IncompleteSignatureException',
  'NotAcceptableException',
];

const ErrorBody = z.strictObject({ message: z.string().min(1) });

/**
 * What is wrong with an answer of the API, whatever was asked, or undefined: it must be the operation's output, or an error that
 * the operation may give, in the form that clients read. An InternalServerException is always wrong.
 */
export function faultOf(operation: OperationName, answer: ReceivedAnswer): string | undefined {
  const { status, headers, body } = answer;
  try {
    if (headers['content-type'] !== 'application/json')
      return `content-type ${String(headers['content-type'])}`;
    if (typeof headers['x-amzn-requestid'] !== 'string') return 'no request id';
    const json: unknown = JSON.parse(body);
    if (status === 200) return faultOfOutput(operation, json);
    return faultOfError(operation, answer, json);
  } catch (error) {
    return error instanceof Error ? error.message : 'not readable';
  }
}

/**
 * The model takes descriptions of registered connectors that its own pattern for telling them does not have; they are told as they were
 * given, as clients do not hold outputs against patterns.
 */
const toldAsGiven = /at '[\w.]*connectorDescription' failed to satisfy constraint/;

function faultOfOutput(operation: OperationName, json: unknown): string | undefined {
  try {
    assertOutput(operation, json);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : 'not readable';
    return toldAsGiven.test(message) ? undefined : message;
  }
}

function faultOfError(
  operation: OperationName,
  { status, headers }: ReceivedAnswer,
  json: unknown,
): string | undefined {
  const name = headers['x-amzn-errortype'];
  if (typeof name !== 'string' || !isException(name)) return `unknown exception ${String(name)}`;
  if (name === 'InternalServerException') return name;
  if (status !== exceptions[name]) return `${name} with status ${status}`;
  if (!ErrorBody.safeParse(json).success) return `${name} with the body ${JSON.stringify(json)}`;
  const declared: readonly ExceptionName[] = operations[operation].errors;
  const may = [...declared, ...commonExceptions, ...wireExceptions];
  return may.includes(name) ? undefined : `${name}, which ${operation} does not declare`;
}

function isException(name: string): name is ExceptionName {
  return Object.hasOwn(exceptions, name);
}
