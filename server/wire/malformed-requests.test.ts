import { expect, test } from 'vitest';
import type { ExceptionName } from '@/contract/errors';
import { createFlow } from '../operations/create-flow';
import { describeFlow } from '../operations/describe-flow';
import { flowRequest, openTestServices, world } from '../testing/open-test-services';
import { handle } from './handle';

/*
 * What Smithy asks of every server of restJson1 (smithy-lang/smithy, smithy-aws-protocol-tests: the cases named below), on AppFlow's
 * shapes. Cases of headers, unions, blobs, floats and labels of other types have nothing to apply to.
 */

const json = {
  'content-type': 'application/json',
  'x-sluice-account': world.account,
  'x-sluice-region': world.region,
};

async function open() {
  const services = await openTestServices();
  const ctx = services.contextOf('Ana');
  const send = async (path: string, body: string, headers: Record<string, string> = json) => {
    const request = { method: 'POST', rawUrl: path, headers, rawHeaders: [], body: Buffer.from(body) };
    const answer = await handle(request, services, services.ids.next());
    return { ...answer, message: (JSON.parse(answer.body) as { message?: string }).message };
  };
  return { services, ctx, send };
}

/** The text of a CreateFlow request with a member of its own, as JSON text, in the schedule. */
function scheduled(member: string, value: string): string {
  const request = JSON.stringify(flowRequest('orders', 'Scheduled'));
  return request.replace(
    '{"scheduleExpression":',
    `{${JSON.stringify(member)}:${value},"scheduleExpression":`,
  );
}

/** The text of a CreateFlow request with a member of its own, as JSON text. */
function withMember(member: string, value: string): string {
  return `{${JSON.stringify(member)}:${value},${JSON.stringify(flowRequest('orders', 'Event')).slice(1)}`;
}

function withTask(task: string): string {
  return JSON.stringify({ ...flowRequest('orders', 'Event'), tasks: ['TASK'] }).replace('"TASK"', task);
}

const notBooleans =
  'true True TRUE y Y yes Yes YES 1 on On ON false False FALSE n N no No NO 0 off Off OFF'.split(' ');
const notNumbers = [
  '"123"',
  'true',
  '2ABC',
  '0x42',
  '+1',
  '01',
  '.5',
  '1.',
  '1e',
  'Infinity',
  '"Infinity"',
  '-Infinity',
  '"-Infinity"',
  'NaN',
  '"NaN"',
  '[]',
  '{}',
];

const quoted = (values: string[]) => values.map((value) => JSON.stringify(value));

interface Case {
  path: string;
  bodies: string[];
  exception: ExceptionName;
  /** What the message has in it. */
  says?: string;
  headers?: Record<string, string>;
}

const wrongTypes: Record<string, Case> = {
  RestJsonBodyBooleanStringCoercion: {
    path: '/delete-flow',
    bodies: quoted(notBooleans).map((value) => `{"flowName":"orders","forceDelete":${value}}`),
    exception: 'SerializationException',
    says: "'forceDelete'",
  },
  RestJsonBodyBooleanBadLiteral: {
    path: '/delete-flow',
    bodies: notBooleans
      .filter((value) => value !== 'true' && value !== 'false')
      .map((value) => `{"flowName":"orders","forceDelete":${value}}`),
    exception: 'SerializationException',
  },
  RestJsonBodyIntegerUnderflowOverflow: {
    path: '/list-flows',
    bodies: [
      '-9223372000000000000',
      '9223372000000000000',
      '123000000000000000000000',
      '2147483648',
      '-2147483649',
    ].map((value) => `{"maxResults":${value}}`),
    exception: 'SerializationException',
    says: "'maxResults'",
  },
  RestJsonBodyIntegerMalformedValueRejected: {
    path: '/list-flows',
    bodies: [...notNumbers, '1.001'].map((value) => `{"maxResults":${value}}`),
    exception: 'SerializationException',
  },
  RestJsonBodyLongUnderflowOverflow: {
    path: '/create-flow',
    bodies: ['-184467440737095500000', '184467440737095500000', '123000000000000000000000'].map((value) =>
      scheduled('scheduleOffset', value),
    ),
    exception: 'SerializationException',
    says: 'scheduleOffset',
  },
  RestJsonBodyLongMalformedValueRejected: {
    path: '/create-flow',
    bodies: [...notNumbers, '1.001'].map((value) => scheduled('scheduleOffset', value)),
    exception: 'SerializationException',
  },
  RestJsonBodyTimestampDefaultRejectsDateTime: {
    path: '/create-flow',
    bodies: quoted(['1985-04-12T23:20:50.52Z', '1985-04-12T23:20:50Z', '1996-12-19T16:39:57-08:00']).map(
      (value) => scheduled('scheduleStartTime', value),
    ),
    exception: 'SerializationException',
    says: 'must be a number of epoch seconds, not a string',
  },
  RestJsonBodyTimestampDefaultRejectsStringifiedEpochSeconds: {
    path: '/create-flow',
    bodies: quoted(['1515531081.1234', '1515531081']).map((value) => scheduled('scheduleStartTime', value)),
    exception: 'SerializationException',
  },
  RestJsonBodyTimestampDefaultRejectsMalformedEpochSeconds: {
    path: '/create-flow',
    bodies: [...notNumbers, '1515531081ABC', '1515531081.123.456'].map((value) =>
      scheduled('scheduleStartTime', value),
    ),
    exception: 'SerializationException',
  },
  RestJsonBodyTimestampDefaultRejectsHttpDate: {
    path: '/create-flow',
    bodies: [scheduled('scheduleStartTime', '"Tue, 29 Apr 2014 18:30:38 GMT"')],
    exception: 'SerializationException',
  },
  RestJsonBodyMalformedListNullItem: {
    path: '/create-flow',
    bodies: [withTask('{"taskType":"Map","sourceFields":["a",null,"b","c"]}'), withTask('null')],
    exception: 'SerializationException',
    says: 'tasks',
  },
  RestJsonBodyMalformedListUnclosed: {
    path: '/create-flow',
    bodies: [withTask('{"taskType":"Map","sourceFields":["a", "b", "c" }')],
    exception: 'SerializationException',
  },
  RestJsonBodyMalformedMapNullKey: {
    path: '/create-flow',
    bodies: [withMember('tags', '{null:"abc"}'), withMember('tags', '{abc:"abc"}')],
    exception: 'SerializationException',
  },
  RestJsonBodyMalformedMapNullValue: {
    path: '/create-flow',
    bodies: [withMember('tags', '{"abc":null}')],
    exception: 'SerializationException',
    says: "'tags.abc.member' must be a string, not null",
  },
  'a structure of another type': {
    path: '/create-flow',
    bodies: ['[]', '"{}"', '1', 'true'].map((value) =>
      scheduled('x', '1').replace('{"object":"Account"}', value),
    ),
    exception: 'SerializationException',
    says: 'Salesforce',
  },
  RestJsonInvalidJsonBody: {
    path: '/list-flows',
    bodies: [
      '{[',
      '{ "maxResults": 10 }abc',
      'abc{ "maxResults": 10 }',
      '{ "maxResults": 10 // the integer should be 10\n}',
      '{ "maxResults": 10 /* the integer should be 10 */ }',
      '{"maxResults" :\u000c10}',
      "{'maxResults': 10}",
      '{"maxResults": 10,}',
      '{}{}',
      ' ',
      '\ufeff{}',
      '{"nextToken":"a\nb"}',
      '{"nextToken":"\\x41"}',
      '\0',
    ],
    exception: 'SerializationException',
    says: 'The request body is not JSON.',
  },
  RestJsonTechnicallyValidJsonBody: {
    path: '/list-flows',
    bodies: ['[{ "maxResults": 10}]', '10', 'null', '"{}"', 'true', '[]'],
    exception: 'SerializationException',
    says: 'The request must be an object',
  },
};

const constraints: Record<string, Case> = {
  RestJsonMalformedEnumString: {
    path: '/create-flow',
    bodies: quoted(['ABC', 'ondemand', 'ONDEMAND', '', ' Event']).map((value) =>
      withMember('x', '1').replace('"Event"', value),
    ),
    exception: 'ValidationException',
    says: 'Member must satisfy enum value set: [Scheduled, Event, OnDemand]',
  },
  RestJsonMalformedEnumMapKey: {
    path: '/create-flow',
    bodies: [withTask('{"taskType":"Map","sourceFields":[],"taskProperties":{"ABC":"abc"}}')],
    exception: 'ValidationException',
    says: 'Map keys must satisfy constraint: [Member must satisfy enum value set: [VALUE, VALUES,',
  },
  RestJsonMalformedLengthString: {
    path: '/stop-flow',
    bodies: quoted(['', 'a'.repeat(257)]).map((value) => `{"flowName":${value}}`),
    exception: 'ValidationException',
  },
  'RestJsonMalformedLengthString, in code points': {
    path: '/start-flow',
    bodies: quoted(['👍'.repeat(257)]).map((value) => `{"flowName":"orders","clientToken":${value}}`),
    exception: 'ValidationException',
    says: 'Member must have length less than or equal to 256',
  },
  RestJsonMalformedLengthMaxString: {
    path: '/create-flow',
    bodies: [withMember('description', JSON.stringify('a'.repeat(2049)))],
    exception: 'ValidationException',
    says: 'Member must have length less than or equal to 2048',
  },
  RestJsonMalformedLengthMap: {
    path: '/create-flow',
    bodies: [
      withMember(
        'tags',
        JSON.stringify(Object.fromEntries(Array.from({ length: 51 }, (_, index) => [index, '']))),
      ),
    ],
    exception: 'ValidationException',
    says: "at 'tags' failed to satisfy constraint: Member must have length less than or equal to 50",
  },
  RestJsonMalformedLengthMapKey: {
    path: '/create-flow',
    bodies: [withMember('tags', '{"":"a"}'), withMember('tags', JSON.stringify({ ['a'.repeat(129)]: 'a' }))],
    exception: 'ValidationException',
    says: 'Map keys must satisfy constraint: [Member must have length',
  },
  RestJsonMalformedLengthMapValue: {
    path: '/create-flow',
    bodies: [withMember('tags', JSON.stringify({ a: 'a'.repeat(257) }))],
    exception: 'ValidationException',
    says: "at 'tags.a.member' failed to satisfy constraint: Member must have length less than or equal to 256",
  },
  RestJsonMalformedPatternString: {
    path: '/stop-flow',
    bodies: quoted(['two words', 'ä-flow', 'a/b', '-a']).map((value) => `{"flowName":${value}}`),
    exception: 'ValidationException',
    says: 'Member must satisfy regular expression pattern: [a-zA-Z0-9][\\w!@#.-]+',
  },
  RestJsonMalformedPatternList: {
    path: '/create-flow',
    bodies: [withTask('{"taskType":"Map","sourceFields":["ok","a\\nb"]}')],
    exception: 'ValidationException',
    says: "'tasks.1.member.sourceFields.2.member' failed to satisfy constraint: Member must satisfy regular expression",
  },
  RestJsonMalformedPatternMapKey: {
    path: '/create-flow',
    bodies: [withMember('tags', '{"a b":"a"}'), withMember('tags', '{"aws:a":"a"}')],
    exception: 'ValidationException',
    says: 'Map keys must satisfy constraint: [Member must satisfy regular expression pattern: ^(?!aws:)',
  },
  RestJsonMalformedPatternMapValue: {
    path: '/create-flow',
    bodies: [withMember('tags', '{"a":"ü"}')],
    exception: 'ValidationException',
    says: "'tags.a.member' failed to satisfy constraint: Member must satisfy regular expression pattern",
  },
  RestJsonMalformedRangeInteger: {
    path: '/list-flows',
    bodies: ['0', '101', '-1', '2147483647', '-2147483648'].map((value) => `{"maxResults":${value}}`),
    exception: 'ValidationException',
    says: "at 'maxResults' failed to satisfy constraint: Member must have value",
  },
  RestJsonMalformedRangeLong: {
    path: '/create-flow',
    bodies: ['-1', '36001', '9007199254740993', '9223372036854775807', '-9223372036854775808', '1e18'].map(
      (value) => scheduled('scheduleOffset', value),
    ),
    exception: 'ValidationException',
    says: 'scheduleOffset',
  },
  RestJsonMalformedRequiredBodyUnset: {
    path: '/stop-flow',
    bodies: ['{  }', '', '{"FlowName":"orders"}'],
    exception: 'ValidationException',
    says: "1 validation error detected: Value null at 'flowName' failed to satisfy constraint: Member must not be null",
  },
  RestJsonMalformedRequiredBodyExplicitNull: {
    path: '/stop-flow',
    bodies: ['{"flowName":null}'],
    exception: 'ValidationException',
    says: "Value null at 'flowName' failed to satisfy constraint: Member must not be null",
  },
};

const mediaTypes: Record<string, Case> = {
  RestJsonWithBodyExpectsApplicationJsonContentType: {
    path: '/list-flows',
    bodies: ['{}'],
    headers: { 'content-type': 'application/hal+json' },
    exception: 'UnsupportedMediaTypeException',
  },
  RestJsonWithBodyExpectsApplicationJsonContentTypeNoHeaders: {
    path: '/list-flows',
    bodies: ['{}'],
    headers: {},
    exception: 'UnsupportedMediaTypeException',
  },
  'two types in one header': {
    path: '/list-flows',
    bodies: ['{}'],
    headers: { 'content-type': 'application/json, text/plain' },
    exception: 'UnsupportedMediaTypeException',
  },
  RestJsonWithBodyExpectsApplicationJsonAccept: {
    path: '/list-flows',
    bodies: ['{}'],
    headers: { ...json, accept: 'application/hal+json' },
    exception: 'NotAcceptableException',
  },
};

const cases = Object.entries({ ...wrongTypes, ...constraints, ...mediaTypes });

test.each(cases)('%s', async (_id, { path, bodies, exception, says = '', headers }) => {
  const { services, send } = await open();
  for (const body of bodies) {
    const answer = await send(path, body, headers);
    expect(answer, body).toMatchObject({ exceptionName: exception });
    expect(answer.headers['x-amzn-ErrorType']).toBe(exception);
    expect(answer.message, body).toContain(says);
  }
  expect(await services.data.events.ofFlow(world, 'orders', 1)).toEqual([]);
});

test.each([
  ['no body, no type', '', {}],
  ['no body, another type', '', { 'content-type': 'text/plain' }],
  ['an empty object', '{}', json],
  ['white space around', ' \r\n\t{ } ', json],
  ['unknown members', '{"somethingElse":{"a":[null]},"":1}', json],
  ['null for a member', '{"maxResults":null,"nextToken":null}', json],
  ['a member twice, of which the last counts', '{"maxResults":"no","maxResults":1}', json],
  ['an escaped name', '{"max\\u0052esults":1}', json],
  ['an integer as JSON may write it', '{"maxResults":1.0}', json],
  ['an integer with an exponent', '{"maxResults":1e2}', json],
])('ListFlows is answered with %s', async (_what, body, headers) => {
  const { send } = await open();
  expect(await send('/list-flows', body, headers)).toMatchObject({ status: 200, body: '{"flows":[]}' });
});

test('timestamps are epoch seconds, with fractions; times of AppFlow are answered as such', async () => {
  const { services, ctx, send } = await open();
  services.time.now = 1_800_000_000_123;
  expect(await send('/create-flow', scheduled('scheduleStartTime', '1515531081.123'))).toMatchObject({
    status: 200,
  });
  const answer = JSON.parse((await send('/describe-flow', '{"flowName":"orders"}')).body) as Awaited<
    ReturnType<typeof describeFlow>
  >;
  expect(answer.createdAt).toBe(1_800_000_000.123);
  expect(answer.triggerConfig?.triggerProperties?.Scheduled?.scheduleStartTime).toBe(1_515_531_081.123);
  expect(await describeFlow({ flowName: 'orders' }, ctx)).toMatchObject({ createdAt: answer.createdAt });
});

test('what is absent is left out of an answer, never null', async () => {
  const { ctx, send } = await open();
  await createFlow(flowRequest('orders', 'Event'), ctx);
  expect((await send('/describe-flow', '{"flowName":"orders"}')).body).not.toContain('null');
});

test('text of any script is kept as it came, escaped or not', async () => {
  const { ctx, send } = await open();
  const timezone = 'Zo\u00eb \u{1F469}\u200D\u{1F467} "quoted" \\ /';
  const escaped = JSON.stringify(timezone).replace('\u00eb', '\\u00eb').replace('/', '\\/');
  expect(await send('/create-flow', scheduled('timezone', escaped))).toMatchObject({ status: 200 });
  const { triggerConfig } = await describeFlow({ flowName: 'orders' }, ctx);
  expect(triggerConfig?.triggerProperties?.Scheduled?.timezone).toBe(timezone);
  expect((await send('/describe-flow', '{"flowName":"orders"}')).body).toContain(JSON.stringify(timezone));
});
