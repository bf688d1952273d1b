import { useMemo, useSyncExternalStore } from 'react';
import type { BulkFlows } from '@/contract/bulk';
import type { FlowRow, World } from '@/contract/console';
import { flowsSearch, type FlowsQuery, wholeList } from '@/contract/flows-query';

/** The flows that somebody has picked in the list. */
export interface Selection {
  /** How many were picked one by one; with `isAll` it is all that match. */
  count: number;
  isAll: boolean;
  isPicked(flowId: string): boolean;
  /** The flows in the form of a bulk action's question. */
  flows: BulkFlows;
  /** Takes what is picked among the rows that are shown; what was picked on other pages stays. */
  pick(shown: FlowRow[], picked: FlowRow[]): void;
  pickAll(): void;
  clear(): void;
}

interface State {
  filter: string;
  ids: ReadonlySet<string>;
  isAll: boolean;
}

const none: ReadonlySet<string> = new Set();

/** What was picked last in this tab: it outlives the page, as for a look at a flow. */
let last: State = { filter: '', ids: none, isAll: false };
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function setLast(state: State): void {
  last = state;
  listeners.forEach((listener) => listener());
}

const current = (): State => last;

/** What is picked in a list; another filter or world begins with nothing. */
export function useSelection(world: World, query: FlowsQuery): Selection {
  const filter = flowsSearch({ ...wholeList, filters: query.filters }).toString();
  const view = `${world.account} ${world.region} ${filter}`;
  const state = useSyncExternalStore(subscribe, current, current);
  const isOther = state.filter !== view;
  const ids = isOther ? none : state.ids;
  const isAll = !isOther && state.isAll;

  return useMemo(
    () => ({
      count: ids.size,
      isAll,
      isPicked: (flowId) => isAll || ids.has(flowId),
      flows: isAll ? { filter } : { flowIds: [...ids] },
      pick: (shown, picked) => {
        const kept = new Set(last.filter === view && !last.isAll ? last.ids : none);
        shown.forEach(({ id }) => kept.delete(id));
        picked.forEach(({ id }) => kept.add(id));
        setLast({ filter: view, ids: kept, isAll: false });
      },
      pickAll: () => setLast({ filter: view, ids: none, isAll: true }),
      clear: () => setLast({ filter: view, ids: none, isAll: false }),
    }),
    [ids, isAll, filter, view],
  );
}
