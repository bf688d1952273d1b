import { expect, it } from 'vitest';
import { asAwsCli } from './aws-cli';

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
