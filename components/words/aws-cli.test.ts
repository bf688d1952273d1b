import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { asAwsCli, quoted } from './aws-cli';
import { bulkCli } from './bulk';

const world = { account: '000000000000', region: 'us-east-1' };
const origin = 'http://127.0.0.1:3000';
const end = '--endpoint-url http://127.0.0.1:3000 --region us-east-1';

it('carries a made-up key, the endpoint and the region', () => {
  expect(asAwsCli(world, 'StopFlow', { flowName: 'orders-to-s3' }, origin)).toBe(
    `AWS_ACCESS_KEY_ID=000000000000 AWS_SECRET_ACCESS_KEY=x aws appflow stop-flow --flow-name orders-to-s3 ${end}`,
  );
});

it('carries the id of a key of Sluice’s in strict mode, and never a secret', () => {
  expect(asAwsCli(world, 'ListFlows', {}, origin, 'AKIAEXAMPLE')).toBe(
    `AWS_ACCESS_KEY_ID=AKIAEXAMPLE AWS_SECRET_ACCESS_KEY=YOUR_SECRET aws appflow list-flows ${end}`,
  );
});

it('quotes what a shell would read something into', () => {
  expect(asAwsCli(world, 'StopFlow', { flowName: 'really!#1' }, origin)).toContain(
    `--flow-name 'really!#1' `,
  );
  expect(asAwsCli(world, 'StopFlow', { flowName: "it's" }, origin)).toContain(`--flow-name 'it'\\''s' `);
});

it('writes switches as switches, structures as JSON, and leaves out what is not given', () => {
  const line = asAwsCli(
    world,
    'DeleteFlow',
    { flowName: 'a1', forceDelete: true, clientToken: undefined, tags: { a: 'b' } },
    origin,
  );
  expect(line).toContain(`delete-flow --flow-name a1 --force-delete --tags '{"a":"b"}' ${end}`);
  expect(asAwsCli(world, 'DeleteFlow', { forceDelete: false }, origin)).toContain('--no-force-delete');
});

it('takes a whole input as JSON', () => {
  expect(asAwsCli(world, 'CreateFlow', { cliInputJson: { flowName: 'a1' } }, origin)).toContain(
    `create-flow --cli-input-json '{"flowName":"a1"}' ${end}`,
  );
});

/** The words that the program gets from a POSIX shell, one list for each time it is run. */
function wordsFrom(script: string): string[][] {
  const { stdout, status } = spawnSync('sh', [
    '-c',
    `aws() { printf '%s\\0' "$@"; printf '\\1\\0'; }\n${script}`,
  ]);
  expect(status).toBe(0);
  return stdout
    .toString()
    .split('\u0001\0')
    .slice(0, -1)
    .map((words) => words.split('\0').slice(0, -1));
}

it('means the same to a shell, whatever is in it', () => {
  const text = fc.string({ unit: fc.constantFrom(...`ab'"$\`\\!~#*?=;&|<>(){}[] \n\t%ü-`), maxLength: 12 });
  fc.assert(
    fc.property(text, fc.dictionary(text, text), (description, tags) => {
      const input = { flowName: 'a!#1', description, tags };
      const [words] = wordsFrom(asAwsCli(world, 'CreateFlow', { cliInputJson: input }, origin));
      expect(words?.slice(0, 3)).toEqual(['appflow', 'create-flow', '--cli-input-json']);
      expect(JSON.parse(words?.[3] ?? '')).toEqual(input);
    }),
    { numRuns: 50 },
  );
});

it('leaves no word to a shell that begins like something else', () => {
  expect(['=ls', '~', '-x', ''].map(quoted)).toEqual(["'=ls'", "'~'", '-x', "''"]);
});

it.each([3, 60])('loops over the names of %i flows', (count) => {
  const flowNames = Array.from({ length: count }, (_, index) => `really!#${index}@x.y-z`);
  const runs = wordsFrom(bulkCli(world, 'stop', flowNames, origin, 'AKIAEXAMPLE'));
  const line = ['appflow', 'stop-flow', '--endpoint-url', origin, '--region', 'us-east-1', '--flow-name'];
  expect(runs).toEqual(flowNames.map((flowName) => [...line, flowName]));
});
