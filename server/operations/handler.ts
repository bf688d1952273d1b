import type { z } from 'zod';
import type { OperationName, operations } from '@/contract/operations';
import type { Context } from '../context';

export type Input<Name extends OperationName> = z.infer<(typeof operations)[Name]['input']>;
export type Output<Name extends OperationName> = z.infer<(typeof operations)[Name]['output']>;

/** An operation: validated input in, output out; throws the ApiException it declares. Knows nothing of HTTP. */
export type Handler<Name extends OperationName> = (input: Input<Name>, ctx: Context) => Promise<Output<Name>>;
