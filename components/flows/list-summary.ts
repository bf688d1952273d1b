import { useMemo } from 'react';
import type { FlowsPage } from '@/contract/console';

/** What is said about the list as a whole. */
export type ListSummary = Pick<FlowsPage, 'total' | 'existing' | 'connectors'>;

/** The same object until something in it changes, so that a read that brings nothing new renders nothing. */
export function useListSummary(page: FlowsPage | undefined): ListSummary | undefined {
  const { total, existing, connectors } = page ?? {};
  return useMemo(() => {
    if (total === undefined || existing === undefined || connectors === undefined) return undefined;
    return { total, existing, connectors };
  }, [total, existing, connectors]);
}
