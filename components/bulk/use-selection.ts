import { useCallback, useEffect, useMemo, useState } from 'react';
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

/** What was picked last in this tab. */
let last: State = { filter: '', ids: none, isAll: false };

/** What is picked in a list, also before another page was looked at, as that of a flow; another filter or world begins with nothing. */
export function useSelection(world: World, query: FlowsQuery): Selection {
  const filter = flowsSearch({ ...wholeList, filters: query.filters }).toString();
  const view = `${world.account} ${world.region} ${filter}`;
  const [state, setState] = useState(last);
  useEffect(() => {
    last = state;
  }, [state]);
  const isOther = state.filter !== view;
  const ids = isOther ? none : state.ids;
  const isAll = !isOther && state.isAll;

  const pick = useCallback(
    (shown: FlowRow[], picked: FlowRow[]) => {
      setState((before) => {
        const kept = new Set(before.filter === view && !before.isAll ? before.ids : none);
        shown.forEach(({ id }) => kept.delete(id));
        picked.forEach(({ id }) => kept.add(id));
        return { filter: view, ids: kept, isAll: false };
      });
    },
    [view],
  );
  return useMemo(
    () => ({
      count: ids.size,
      isAll,
      isPicked: (flowId) => isAll || ids.has(flowId),
      flows: isAll ? { filter } : { flowIds: [...ids] },
      pick,
      pickAll: () => setState({ filter: view, ids: none, isAll: true }),
      clear: () => {
        // Also where the list has been left meanwhile.
        last = { filter: view, ids: none, isAll: false };
        setState(last);
      },
    }),
    [ids, isAll, filter, view, pick],
  );
}
