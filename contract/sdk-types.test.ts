import type * as sdk from '@aws-sdk/client-appflow';
import { expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import { readApiModel } from './api-model';
import type * as shapes from './shapes.gen';

/**
 * Holds the inputs and outputs of all 25 operations to the types of AWS's own client, member by member and in both
 * directions. It is tsc that checks this; at run time the test only sees that no operation is left out.
 */

const names = [
  'CancelFlowExecutions',
  'CreateConnectorProfile',
  'CreateFlow',
  'DeleteConnectorProfile',
  'DeleteFlow',
  'DescribeConnector',
  'DescribeConnectorEntity',
  'DescribeConnectorProfiles',
  'DescribeConnectors',
  'DescribeFlow',
  'DescribeFlowExecutionRecords',
  'ListConnectorEntities',
  'ListConnectors',
  'ListFlows',
  'ListTagsForResource',
  'RegisterConnector',
  'ResetConnectorMetadataCache',
  'StartFlow',
  'StopFlow',
  'TagResource',
  'UnregisterConnector',
  'UntagResource',
  'UpdateConnectorProfile',
  'UpdateConnectorRegistration',
  'UpdateFlow',
] as const;
type Name = (typeof names)[number];

type Command<N extends Name> = InstanceType<(typeof sdk)[`${N}Command`]>;
type SdkInput<N extends Name> = Command<N>['input'];
type SdkOutput<N extends Name> = Omit<
  Awaited<ReturnType<ReturnType<Command<N>['resolveMiddleware']>>>['output'],
  '$metadata'
>;

type Input<N extends Name> = z.infer<(typeof shapes)[`${N}Request`]>;
type Output<N extends Name> = z.infer<(typeof shapes)[`${N}Response`]>;

/**
 * What the client's type is on the wire: a date is a number, a member that must be there is not undefined, and a
 * structure without members is written as zod writes it.
 */
type OnWire<T> = T extends Date
  ? number
  : T extends readonly (infer Element)[]
    ? OnWire<Element>[]
    : T extends object
      ? [keyof T] extends [never]
        ? Record<string, never>
        : { [Member in keyof T]: OnWire<Exclude<T[Member], undefined>> }
      : T;

/** True only for identical types: two generic functions are assignable when their conditions are the same. */
/* eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- T is there to be left unresolved */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Names whose types differ: an error of tsc prints them. */
type Differing = {
  [N in Name]: [
    Same<OnWire<SdkInput<N>>, OnWire<Input<N>>>,
    Same<OnWire<SdkOutput<N>>, OnWire<Output<N>>>,
  ] extends [true, true]
    ? never
    : N;
}[Name];

test("every operation's input and output have the types of AWS's client", () => {
  expectTypeOf<Differing>().toEqualTypeOf<never>();
  expect([...names].sort()).toEqual(Object.keys(readApiModel().operations).sort());
});

test('the comparison sees what it should', () => {
  expectTypeOf<Same<OnWire<{ at?: Date }>, { at?: number }>>().toEqualTypeOf<true>();
  expectTypeOf<Same<OnWire<{ name: string | undefined }>, { name: string }>>().toEqualTypeOf<true>();
  expectTypeOf<Same<OnWire<{ name?: string }>, OnWire<{ name: string }>>>().toEqualTypeOf<false>();
  expectTypeOf<
    Same<OnWire<{ name?: string }>, OnWire<{ name?: string; more?: string }>>
  >().toEqualTypeOf<false>();
  expectTypeOf<
    Same<OnWire<{ in: { kind: 'A' }[] }>, OnWire<{ in: { kind: 'A' | 'B' }[] }>>
  >().toEqualTypeOf<false>();
});
