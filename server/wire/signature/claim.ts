import { incomplete, printable } from './refusals';

/** Every header by its name in lower case, with the value of each line of that name. */
export type Headers = Map<string, string[]>;

/** What a request says of its signature, in the Authorization header or, presigned, in the query. */
export interface Claim {
  algorithm: string;
  credential: string;
  signedHeaders: string;
  signature: string;
  time: string;
  /** How long after its making a presigned request may be sent. */
  expiresAfterMs: number | undefined;
  securityToken: string | undefined;
  bodySha256: string | undefined;
  /** What is covered of the query. */
  query: [name: string, value: string][];
}

/** The longest life of a presigned request, in seconds. */
const EXPIRES_LIMIT = 604_800;

/** Headers of which a request may have one only: two would leave open which of them counts. */
const SINGLE = [
  'authorization',
  'host',
  'date',
  'x-amz-date',
  'x-amz-security-token',
  'x-amz-content-sha256',
];

const PRESIGNED = {
  algorithm: 'X-Amz-Algorithm',
  credential: 'X-Amz-Credential',
  time: 'X-Amz-Date',
  expires: 'X-Amz-Expires',
  signedHeaders: 'X-Amz-SignedHeaders',
  signature: 'X-Amz-Signature',
} as const;

const QUERY_TOKEN = 'X-Amz-Security-Token';
const QUERY_BODY_SHA256 = 'X-Amz-Content-Sha256';

export function byName(rawHeaders: readonly string[]): Headers {
  const headers: Headers = new Map();
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]?.toLowerCase() ?? '';
    const value = rawHeaders[index + 1] ?? '';
    const before = headers.get(name);
    if (before) {
      before.push(value);
    } else {
      headers.set(name, [value]);
    }
  }
  return headers;
}

/** What a request claims; undefined when it claims nothing. Throws IncompleteSignatureException. */
export function readClaim(rawUrl: string, headers: Headers): Claim | undefined {
  // Read as the rest of the program reads a query, so that what was signed is what is acted upon.
  const start = rawUrl.indexOf('?');
  const query = start === -1 ? [] : [...new URLSearchParams(rawUrl.slice(start + 1))];
  const authorization = headers.get('authorization')?.[0];
  const inHeader = authorization?.startsWith('AWS4-') ? authorization : undefined;
  const inQuery = query.some(([name]) => Object.values(PRESIGNED).some((each) => each === name));
  if (inHeader === undefined && !inQuery) {
    return undefined;
  }
  const twice = SINGLE.find((name) => (headers.get(name)?.length ?? 0) > 1);
  if (twice !== undefined) {
    throw incomplete(`The request has more than one header ${twice}.`);
  }
  if (inHeader !== undefined && inQuery) {
    throw incomplete('The request is signed twice, in its Authorization header and in its query.');
  }
  return inHeader === undefined ? claimOfQuery(query, headers) : claimOfHeader(inHeader, query, headers);
}

function claimOfHeader(authorization: string, query: Claim['query'], headers: Headers): Claim {
  const [algorithm = '', ...rest] = authorization.split(/[ \t]+/);
  const parameters = new Map<string, string>();
  for (const parameter of rest.join('').split(',')) {
    const [name = '', ...value] = parameter.split('=');
    if (parameters.has(name)) {
      throw incomplete(`Authorization header has more than one '${printable(name)}' parameter.`);
    }
    parameters.set(name, value.join('='));
  }
  const missing = ['Credential', 'Signature', 'SignedHeaders'].filter((name) => !parameters.get(name));
  const date = headers.get('date')?.[0];
  // A date in the form of HTTP is signed in the form of the signature.
  const time = headers.get('x-amz-date')?.[0] ?? (date && (inBasicForm(Date.parse(date)) ?? date));
  const complaints = missing.map((name) => `Authorization header requires '${name}' parameter.`);
  if (time === undefined) {
    complaints.push("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
  }
  if (time === undefined || complaints.length > 0) {
    throw incomplete(complaints.join(' '));
  }
  return {
    algorithm,
    credential: parameters.get('Credential') ?? '',
    signedHeaders: parameters.get('SignedHeaders') ?? '',
    signature: parameters.get('Signature') ?? '',
    time,
    expiresAfterMs: undefined,
    securityToken: headers.get('x-amz-security-token')?.[0],
    bodySha256: headers.get('x-amz-content-sha256')?.[0],
    query,
  };
}

function claimOfQuery(query: Claim['query'], headers: Headers): Claim {
  const one = (wanted: string): string | undefined => {
    const [first, second] = query.filter(([name]) => name === wanted);
    if (second) {
      throw incomplete(`The query has more than one '${wanted}' parameter.`);
    }
    return first?.[1];
  };
  const required = (wanted: string): string => {
    const value = one(wanted);
    if (!value) {
      throw incomplete(`AWS query-string parameters must include '${wanted}'.`);
    }
    return value;
  };
  const expires = required(PRESIGNED.expires);
  if (!/^\d{1,6}$/.test(expires) || Number(expires) < 1 || Number(expires) > EXPIRES_LIMIT) {
    throw incomplete(`${PRESIGNED.expires} must be a number of seconds from 1 to ${EXPIRES_LIMIT}.`);
  }
  return {
    algorithm: required(PRESIGNED.algorithm),
    credential: required(PRESIGNED.credential),
    signedHeaders: required(PRESIGNED.signedHeaders),
    signature: required(PRESIGNED.signature),
    time: required(PRESIGNED.time),
    expiresAfterMs: Number(expires) * 1_000,
    securityToken: one(QUERY_TOKEN) ?? headers.get('x-amz-security-token')?.[0],
    bodySha256: one(QUERY_BODY_SHA256) ?? headers.get('x-amz-content-sha256')?.[0],
    query: query.filter(([name]) => name !== PRESIGNED.signature),
  };
}

const BASIC_FORM = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;

/** Epoch milliseconds of a time such as 20150830T123600Z, undefined for what is none. */
export function epochOf(time: string): number | undefined {
  const at = Date.parse(time.replace(BASIC_FORM, '$1-$2-$3T$4:$5:$6Z'));
  return BASIC_FORM.test(time) && inBasicForm(at) === time ? at : undefined;
}

function inBasicForm(at: number): string | undefined {
  return Number.isNaN(at) ? undefined : new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
}
