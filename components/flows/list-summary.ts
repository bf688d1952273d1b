import { useMemo } from 'react';
import type { FlowsPage } from '@/contract/console';

/** What is said about the list as a whole, and where its other pages begin. */
export type ListSummary = Pick<
  FlowsPage,
  'total' | 'totalIsExact' | 'existing' | 'places' | 'hasNext' | 'hasPrevious' | 'looked'
>;

/** The same object until something in it changes, so that a read that brings nothing new renders nothing. */
export function useListSummary(page: FlowsPage | undefined): ListSummary | undefined {
  const { total, totalIsExact, existing, places, hasNext, hasPrevious, looked } = page ?? {};
  return useMemo(() => {
    if (
      total === undefined ||
      totalIsExact === undefined ||
      existing === undefined ||
      hasNext === undefined ||
      hasPrevious === undefined
    ) {
      return undefined;
    }
    return {
      total,
      totalIsExact,
      existing,
      ...(places && { places }),
      hasNext,
      hasPrevious,
      ...(looked !== undefined && { looked }),
    };
  }, [total, totalIsExact, existing, places, hasNext, hasPrevious, looked]);
}
