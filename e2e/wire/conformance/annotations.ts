import { z } from 'zod';
import type { ExceptionName } from '@/contract/errors';
import type { OperationName } from '@/contract/operations';

/** How sure a behaviour is: AWS's reference or model (A), seen from real AWS by others (B), or Sluice's own choice (S). */
export type Grade = 'A' | 'B' | 'S';

const Behaviour = z.object({ operation: z.string(), grade: z.enum(['A', 'B', 'S']), behaviour: z.string() });
export type Behaviour = z.infer<typeof Behaviour>;

const MetError = z.object({ operation: z.string(), exception: z.string() });
export type MetError = z.infer<typeof MetError>;

/** What Playwright keeps with a test and its result. */
interface Annotation {
  type: string;
  description?: string;
}

export function behaviourAnnotation(operation: OperationName, grade: Grade, behaviour: string): Annotation {
  return { type: 'conformance', description: JSON.stringify({ operation, grade, behaviour }) };
}

export function errorAnnotation(operation: OperationName, exception: ExceptionName): Annotation {
  return { type: 'met', description: JSON.stringify({ operation, exception }) };
}

/** The behaviours that a test is about: one for each operation. */
export function behavioursIn(annotations: readonly Annotation[]): Behaviour[] {
  return read(annotations, 'conformance').map((each) => Behaviour.parse(each));
}

/** The exceptions that a test was answered with. */
export function errorsIn(annotations: readonly Annotation[]): MetError[] {
  return read(annotations, 'met').map((each) => MetError.parse(each));
}

function read(annotations: readonly Annotation[], type: string): unknown[] {
  return annotations
    .filter((annotation) => annotation.type === type)
    .map(({ description = '' }): unknown => JSON.parse(description));
}
