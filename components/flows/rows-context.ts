import { createContext, useContext } from 'react';
import type { FlowRow, World } from '@/contract/console';
import type { Attempt, DialogAction } from './attempt';

/** What every row of the list may know and do. */
export interface Rows {
  world: World;
  isHydrated: boolean;
  /** Opens the dialog. */
  askTo: (action: DialogAction, flow: FlowRow) => void;
  send: (attempt: Attempt) => void;
  check: (attempt: Attempt) => Promise<boolean>;
  /** True on the flow's own page, where there is no row to remove and no flow to open. */
  isOwnPage?: boolean;
  /** True in a list of deleted flows, which goes on showing them: a row of it is not removed. */
  listsDeleted?: boolean;
  /** Takes a row that is only kept, and what it says, off the page. */
  removeRow: (flow: FlowRow) => void;
}

export const RowsContext = createContext<Rows | undefined>(undefined);

/** The server's time when the rows were read. Apart from the rest, because it changes with every read. */
export const NowContext = createContext(0);

export function useNow(): number {
  return useContext(NowContext);
}

export function useRows(): Rows {
  const rows = useContext(RowsContext);
  if (rows === undefined) throw new Error('A row stands outside of the list.');
  return rows;
}
