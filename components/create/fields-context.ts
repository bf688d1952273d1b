import { createContext, use } from 'react';
import type { World } from '@/contract/console';
import type { Draft, FlowOperation, Path } from './draft';
import type { FormPart } from './refused-members';

/** What the fields of the form work on. */
export interface Fields {
  world: World;
  operation: FlowOperation;
  draft: Draft;
  set: (path: Path, value: unknown) => void;
  replace: (draft: Draft) => void;
  /** What is wrong with the member at a path; what is only not there yet counts once someone tried to save. */
  problemAt: (path: Path) => string | undefined;
  /** What the service said against a part of the form when it refused the draft as it is. */
  refusedOf: (part: FormPart) => string[];
}

export const FieldsContext = createContext<Fields | undefined>(undefined);

export function useFields(): Fields {
  const fields = use(FieldsContext);
  if (fields === undefined) throw new Error('A field stands outside of the form.');
  return fields;
}
