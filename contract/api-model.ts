import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** The part of api-model.json that the contract is made from. Node only: the console reads what was generated. */

const Reference = z.object({ shape: z.string() });
/** A member is in the body unless it says where else. */
const Member = Reference.extend({ location: z.enum(['uri', 'querystring']).optional() });
const limits = { min: z.int().optional(), max: z.int().optional() };

const Shape = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('structure'),
    members: z.record(z.string(), Member),
    required: z.array(z.string()).default([]),
    error: z.object({ httpStatusCode: z.int() }).optional(),
  }),
  z.object({ type: z.literal('list'), member: Reference, ...limits }),
  z.object({ type: z.literal('map'), key: Reference, value: Reference, ...limits }),
  z.object({
    type: z.literal('string'),
    pattern: z.string().optional(),
    enum: z.array(z.string()).optional(),
    sensitive: z.boolean().default(false),
    ...limits,
  }),
  z.object({ type: z.enum(['integer', 'long']), ...limits }),
  z.object({ type: z.enum(['boolean', 'double', 'timestamp']) }),
]);
export type Shape = z.infer<typeof Shape>;

const Operation = z.object({
  name: z.string(),
  http: z.object({ method: z.string(), requestUri: z.string() }),
  input: Reference,
  output: Reference,
  errors: z.array(Reference),
});

export type Operation = z.infer<typeof Operation>;

const ApiModel = z.object({
  operations: z.record(z.string(), Operation),
  shapes: z.record(z.string(), Shape),
});
export type ApiModel = z.infer<typeof ApiModel>;

/** Throws when api-model.json holds something that the contract does not understand. */
export function readApiModel(): ApiModel {
  const text = readFileSync(new URL('./api-model.json', import.meta.url), 'utf8');
  return ApiModel.parse(JSON.parse(text));
}

/** Throws when the model has no shape of that name. */
export function shapeOf(model: ApiModel, name: string): Shape {
  const shape = model.shapes[name];
  if (shape === undefined) throw new Error(`api-model.json has no shape ${name}`);
  return shape;
}
