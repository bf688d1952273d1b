import Pagination from '@cloudscape-design/components/pagination';
import type { FlowsQuery } from '@/contract/flows-query';
import type { ListSummary } from './list-summary';
import type { FlowsView } from './use-flows-view';

interface PagesProps {
  view: FlowsView;
  summary: ListSummary | undefined;
  /** Whether the rows shown are those of this page: places of another page lead elsewhere. */
  isCurrent: boolean;
}

/** The way to the pages before and after: each begins where the one beside it ends, so that the last is as near as the first. */
export function Pages({ view: { query, change }, summary, isCurrent }: PagesProps) {
  const known = summary?.totalIsExact ? Math.max(1, Math.ceil(summary.total / query.size)) : undefined;
  const pagesCount = known ?? query.page + (summary?.hasNext ? 1 : 0);
  return (
    <Pagination
      currentPageIndex={Math.min(query.page, Math.max(1, pagesCount))}
      pagesCount={pagesCount}
      openEnd={known === undefined && summary?.hasNext === true}
      ariaLabels={{
        paginationLabel: 'Pages of flows',
        previousPageLabel: 'Previous page',
        nextPageLabel: 'Next page',
        pageLabel: (number) => `Page ${number}`,
      }}
      onChange={({ detail }) =>
        change(wayTo(detail.currentPageIndex, query, known, isCurrent ? summary?.places : undefined))
      }
    />
  );
}

/** What to ask for to get to a page from the present one. */
export function wayTo(
  page: number,
  { page: here, size }: Pick<FlowsQuery, 'page' | 'size'>,
  pagesCount: number | undefined,
  places: ListSummary['places'],
): Partial<FlowsQuery> {
  if (page === 1) return { page };
  if (page === pagesCount && page > here) return { page, before: 'end' };
  if (!places || page === here) return { page };
  const skip = (Math.abs(page - here) - 1) * size;
  return page > here ? { page, after: places.last, skip } : { page, before: places.first, skip };
}
