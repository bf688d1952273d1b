import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { z } from 'zod';
import { readApiModel } from './api-model';
import { integer, list, long, map, text, timestamp } from './constraints';
import { readInput } from './read-input';
import * as shapes from './shapes.gen';
import {
  CreateConnectorProfileRequest,
  CreateFlowRequest,
  ListFlowsRequest,
  StopFlowRequest,
} from './shapes.gen';
import { arbitraryOf } from './testing/arbitrary';
import { changed } from './testing/changes';

function refusal(schema: z.ZodObject, json: unknown): string {
  const reading = readInput(schema, json);
  return reading.ok ? 'accepted' : `${reading.exception}: ${reading.message}`;
}

const minimalFlow = {
  flowName: 'crm-to-lake',
  triggerConfig: { triggerType: 'OnDemand' },
  sourceFlowConfig: {
    connectorType: 'S3',
    sourceConnectorProperties: { S3: { bucketName: 'source', bucketPrefix: 'in' } },
  },
  destinationFlowConfigList: [
    { connectorType: 'S3', destinationConnectorProperties: { S3: { bucketName: 'lake' } } },
  ],
  tasks: [{ taskType: 'Map_all', sourceFields: [], taskProperties: { EXCLUDE_SOURCE_FIELDS_LIST: '[]' } }],
};

function nested(depth: number): unknown {
  return JSON.parse('['.repeat(depth) + ']'.repeat(depth));
}

describe('what is read', () => {
  it('is the known members, typed as the schema is', () => {
    const reading = readInput(StopFlowRequest, { flowName: 'crm-to-lake', more: 1 });
    expect(reading).toEqual({ ok: true, input: { flowName: 'crm-to-lake' } });
    if (reading.ok) expectTypeOf(reading.input).toEqualTypeOf<StopFlowRequest>();
  });

  it('leaves nulls out, at any depth', () => {
    const json = {
      ...minimalFlow,
      description: null,
      triggerConfig: { triggerType: 'OnDemand', triggerProperties: null },
    };
    expect(readInput(CreateFlowRequest, json)).toStrictEqual({ ok: true, input: minimalFlow });
  });

  it('takes __proto__ and constructor as unknown members of structures', () => {
    const json: unknown = JSON.parse(
      '{"flowName":"crm-to-lake","__proto__":{"flowName":1,"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
    );
    expect(readInput(StopFlowRequest, json)).toStrictEqual({ ok: true, input: { flowName: 'crm-to-lake' } });
    expect(refusal(StopFlowRequest, JSON.parse('{"__proto__":{"flowName":"crm-to-lake"}}'))).toContain(
      "Value null at 'flowName'",
    );
    expect({}).not.toHaveProperty('polluted');
  });

  it('takes constructor as an ordinary key of a map and refuses __proto__ rather than lose it', () => {
    const tags = { constructor: 'a', toString: 'b', hasOwnProperty: 'c' };
    expect(readInput(CreateFlowRequest, { ...minimalFlow, tags })).toStrictEqual({
      ok: true,
      input: { ...minimalFlow, tags },
    });
    expect(refusal(CreateFlowRequest, { ...minimalFlow, tags: JSON.parse('{"__proto__":"x"}') })).toBe(
      "ValidationException: 1 validation error detected: Value '{__proto__=x}' at 'tags' failed to satisfy " +
        'constraint: Map keys must satisfy constraint: [Member must not be __proto__]',
    );
  });
});

describe('a wrong type', () => {
  const everything = z.object({
    text: text().optional(),
    choice: shapes.TriggerType.optional(),
    secret: text({ sensitive: true }).optional(),
    integer: integer().optional(),
    long: long().optional(),
    double: z.number().optional(),
    when: timestamp().optional(),
    flag: z.boolean().optional(),
    list: list(text()).optional(),
    map: map(text(), text()).optional(),
    structure: z.object({}).optional(),
  });

  it.each([
    ['{"text":12}', "Value at 'text' must be a string, not 12."],
    ['{"choice":true}', "Value at 'choice' must be a string, not a boolean."],
    ['{"secret":12}', "Value at 'secret' must be a string, not a number."],
    ['{"integer":"1"}', "Value at 'integer' must be a 32-bit integer, not a string."],
    ['{"integer":1.5}', "Value at 'integer' must be a 32-bit integer, not 1.5."],
    ['{"integer":2147483648}', "Value at 'integer' must be a 32-bit integer, not 2147483648."],
    ['{"long":1e30}', "Value at 'long' must be a 64-bit integer, not 1e+30."],
    ['{"double":1e400}', "Value at 'double' must be a number, not Infinity."],
    ['{"when":"2026-01-01T00:00:00Z"}', "Value at 'when' must be a number of epoch seconds, not a string."],
    ['{"when":1e15}', "Value at 'when' must be a number of epoch seconds, not 1000000000000000."],
    ['{"flag":"true"}', "Value at 'flag' must be a boolean, not a string."],
    ['{"list":{}}', "Value at 'list' must be a list, not an object."],
    ['{"list":["a",null]}', "Value at 'list.2.member' must be a string, not null."],
    ['{"map":[]}', "Value at 'map' must be an object, not a list."],
    ['{"map":{"a":null}}', "Value at 'map.a.member' must be a string, not null."],
    ['{"structure":[]}', "Value at 'structure' must be an object, not a list."],
    ['{"structure":"{}"}', "Value at 'structure' must be an object, not a string."],
    ['[]', 'The request must be an object, not a list.'],
    ['null', 'The request must be an object, not null.'],
    ['"text"', 'The request must be an object, not a string.'],
  ])('%s is a SerializationException', (json, message) => {
    expect(refusal(everything, JSON.parse(json))).toBe(`SerializationException: ${message}`);
  });

  it('is told before any broken constraint, wherever it is', () => {
    expect(refusal(CreateFlowRequest, { flowName: '', tags: { team: 1 } })).toBe(
      "SerializationException: Value at 'tags.team.member' must be a string, not 1.",
    );
  });

  it('takes numbers at the ends of their ranges', () => {
    const json = { integer: -2147483648, long: Number.MAX_SAFE_INTEGER, when: 0.001, double: -1.5 };
    expect(readInput(everything, json)).toEqual({ ok: true, input: json });
  });
});

describe('broken constraints', () => {
  it("are told in AWS's words", () => {
    expect(refusal(StopFlowRequest, { flowName: 'not a name' })).toBe(
      "ValidationException: 1 validation error detected: Value 'not a name' at 'flowName' failed to satisfy " +
        'constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9][\\w!@#.-]+',
    );
    expect(refusal(ListFlowsRequest, { maxResults: 101 })).toBe(
      "ValidationException: 1 validation error detected: Value '101' at 'maxResults' failed to satisfy " +
        'constraint: Member must have value less than or equal to 100',
    );
  });

  it.each([{}, { flowName: null }])('missing or null is the same: %j', (json) => {
    expect(refusal(StopFlowRequest, json)).toBe(
      "ValidationException: 1 validation error detected: Value null at 'flowName' failed to satisfy constraint: " +
        'Member must not be null',
    );
  });

  it.each(['', 'a', ' ab', 'a b', 'ab\n', 'a\0b', '../', 'é-flow', '-flow', '\ud800\ud800', 'a'.repeat(257)])(
    'refuse the flow name %j',
    (flowName) => {
      expect(refusal(StopFlowRequest, { flowName })).toContain(
        'ValidationException: 1 validation error detected',
      );
    },
  );

  it('are all told, also two of one value, with their places counted from 1', () => {
    const json = {
      ...minimalFlow,
      destinationFlowConfigList: [
        minimalFlow.destinationFlowConfigList[0],
        { connectorType: 'S3', destinationConnectorProperties: { S3: { bucketName: ' ' } } },
      ],
      tasks: [{ taskType: 'Map', sourceFields: ['ok', 'a\nb'] }, { taskType: 'Copy' }],
      tags: { 'aws:team': 'crm' },
    };
    const at = "at 'destinationFlowConfigList.2.member.destinationConnectorProperties.S3.bucketName'";
    expect(refusal(CreateFlowRequest, json).split('; ')).toEqual([
      `ValidationException: 6 validation errors detected: Value ' ' ${at} failed to satisfy constraint: ` +
        'Member must have length greater than or equal to 3',
      `Value ' ' ${at} failed to satisfy constraint: Member must satisfy regular expression pattern: \\S+`,
      "Value 'a\nb' at 'tasks.1.member.sourceFields.2.member' failed to satisfy constraint: Member must satisfy " +
        'regular expression pattern: .*',
      "Value null at 'tasks.2.member.sourceFields' failed to satisfy constraint: Member must not be null",
      "Value 'Copy' at 'tasks.2.member.taskType' failed to satisfy constraint: Member must satisfy enum value " +
        'set: [Arithmetic, Filter, Map, Map_all, Mask, Merge, Passthrough, Truncate, Validate, Partition]',
      "Value '{aws:team=crm}' at 'tags' failed to satisfy constraint: Map keys must satisfy constraint: [Member " +
        'must satisfy regular expression pattern: ^(?!aws:)[a-zA-Z+-=._:/]+$]',
    ]);
  });

  it('of a list or map show it, unless something in it is a structure', () => {
    const schema = z.object({
      texts: list(text(), { max: 1 }).optional(),
      structures: list(z.object({ a: text() }), { max: 1 }).optional(),
    });
    expect(refusal(schema, { texts: ['a', 'b'] })).toContain("Value '[a, b]' at 'texts' failed");
    expect(refusal(schema, { structures: [{ a: 'x' }, { a: 'y' }] })).toContain(
      "Value at 'structures' failed",
    );
  });

  it('never repeat what is sensitive, neither value nor key', () => {
    const json = {
      connectorProfileConfig: {
        connectorProfileCredentials: {
          Salesforce: { accessToken: 'hush token', refreshToken: 'open token' },
          CustomConnector: {
            authenticationType: 'CUSTOM',
            custom: {
              customAuthenticationType: 'c',
              credentialsMap: { 'hush key': 'x', pin: 'hush value' },
            },
          },
        },
      },
    };
    const message = refusal(CreateConnectorProfileRequest, json);
    expect(message).toContain(
      "Value at 'connectorProfileConfig.connectorProfileCredentials.Salesforce.accessToken'",
    );
    expect(message).toContain("Value 'open token' at");
    expect(message).toContain("credentialsMap.***.member' failed");
    expect(message).toContain('Map keys must satisfy constraint');
    expect(message).not.toContain('hush');
  });

  it('cut long values and keys between code points', () => {
    const schema = z.object({ tags: map(text(), text({ max: 1 })) });
    const long = '\u{1F600}'.repeat(300);
    expect(refusal(schema, { tags: { [long]: long } })).toBe(
      `ValidationException: 1 validation error detected: Value '${'\u{1F600}'.repeat(256)}…' at ` +
        `'tags.${'\u{1F600}'.repeat(256)}….member' failed to satisfy constraint: ` +
        'Member must have length less than or equal to 1',
    );
  });
});

describe('hostile input', () => {
  /** In processor time, which other work on the machine does not stretch. */
  const aMomentMs = 2_000;

  function timed(schema: z.ZodObject, json: unknown): string {
    const begun = process.cpuUsage();
    const outcome = refusal(schema, json);
    expect(process.cpuUsage(begun).user / 1_000).toBeLessThan(aMomentMs);
    expect(outcome.length).toBeLessThan(10_000);
    return outcome;
  }

  it('of 100,000 brackets is refused where a schema looks and ignored elsewhere', () => {
    const deep = nested(100_000);
    expect(timed(StopFlowRequest, deep)).toContain('The request must be an object, not a list.');
    expect(timed(StopFlowRequest, { flowName: deep })).toContain('must be a string, not a list.');
    expect(timed(CreateFlowRequest, { ...minimalFlow, tags: { a: deep } })).toContain('must be a string');
    expect(timed(CreateFlowRequest, { ...minimalFlow, tasks: [deep] })).toContain('must be an object');
    expect(
      timed(shapes.CancelFlowExecutionsRequest, {
        flowName: 'crm',
        executionIds: [...'a'.repeat(200), deep],
      }),
    ).toContain('must be a string');
    expect(timed(StopFlowRequest, { flowName: 'crm-to-lake', more: deep })).toBe('accepted');
  });

  it('of hundreds of thousands of errors is counted but not repeated', () => {
    const tasks = Array.from({ length: 300_000 }, () => ({}));
    const outcome = timed(CreateFlowRequest, { ...minimalFlow, tasks });
    expect(outcome).toContain('600000 validation errors detected: ');
    expect(outcome).toMatch(/; and 599980 more$/);
    const tags = Object.fromEntries(
      Array.from({ length: 60_000 }, (_, index) => [`${index} ${' '.repeat(9)}`, '']),
    );
    expect(timed(CreateFlowRequest, { ...minimalFlow, tags })).toMatch(/^ValidationException: 60001 /);
  });

  it('of one megabyte in one value, or in many, takes a moment', () => {
    const megabyte = `arn:aws:${':1'.repeat(500_000)}\n`;
    expect(timed(StopFlowRequest, { flowName: megabyte })).toContain('less than or equal to 256');
    expect(timed(CreateFlowRequest, { ...minimalFlow, kmsArn: megabyte })).toContain(
      'less than or equal to 2048',
    );
    expect(timed(CreateFlowRequest, { ...minimalFlow, kmsArn: megabyte.slice(0, 2047) + '\n' })).toContain(
      'pattern',
    );
    const sourceFields = Array.from({ length: 500 }, () => `${'a'.repeat(2047)}\n`);
    expect(
      timed(CreateFlowRequest, { ...minimalFlow, tasks: [{ taskType: 'Map', sourceFields }] }),
    ).toContain('500 validation errors');
  });

  it('of any JSON at all never throws', () => {
    const anyJson = fc.jsonValue();
    fc.assert(
      fc.property(anyJson, anyJson, anyJson, (first, second, third) => {
        for (const json of [first, { ...minimalFlow, tasks: second, tags: third }]) {
          const outcome = refusal(CreateFlowRequest, json);
          expect(outcome).toMatch(/^(accepted|SerializationException: |ValidationException: )/);
        }
      }),
    );
  });
});

function otherType(value: unknown): unknown {
  if (Array.isArray(value)) return {};
  if (typeof value === 'object') return [];
  return typeof value === 'string' ? 12 : 'twelve';
}

/** Something that may well break a constraint. */
function unsound(value: unknown): unknown {
  if (typeof value === 'string') return 'no such thing';
  return typeof value === 'number' ? value + 100_000 : undefined;
}

const model = readApiModel();
const schemas = new Map<string, unknown>(Object.entries(shapes));

function structure(name: string): [string, z.ZodObject] {
  const schema = schemas.get(name);
  if (!(schema instanceof z.ZodObject)) throw new Error(`${name} is no structure`);
  return [name, schema];
}

const structures = Object.values(model.operations).flatMap(({ input, output }) => [
  structure(input.shape),
  structure(output.shape),
]);

describe.each(structures)('%s', (_name, schema) => {
  const runs = { numRuns: 30 };

  it('is read as it was sent when it is sound', () => {
    fc.assert(
      fc.property(arbitraryOf(schema), (value) => {
        expect(readInput(schema, JSON.parse(JSON.stringify(value)))).toStrictEqual({
          ok: true,
          input: value,
        });
      }),
      runs,
    );
  });

  it('is a SerializationException when a part has another type', () => {
    fc.assert(
      fc.property(arbitraryOf(schema), fc.nat(), (value, pick) => {
        expect(refusal(schema, changed(value, pick, otherType))).toContain('SerializationException');
      }),
      runs,
    );
  });

  it('is accepted exactly when its zod schema accepts it', () => {
    fc.assert(
      fc.property(arbitraryOf(schema), fc.nat(), (value, pick) => {
        const other = changed(value, pick, unsound);
        expect(readInput(schema, other).ok).toBe(schema.safeParse(other).success);
      }),
      runs,
    );
  });
});
