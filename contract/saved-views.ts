import { z } from 'zod';
import {
  type FlowsQuery,
  flowsSearch,
  readable,
  readFlowsQuery,
  searchAtMost,
  wholeList,
  withoutPlace,
} from './flows-query';

/** A way to look at the list under a name, for everyone who sees that world. */
export const ViewName = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^\P{Cc}*$/u);

/** A query string of the list in its one form, without what belongs to a reader: place and page size. */
export function viewSearch(query: FlowsQuery): string {
  return readable(flowsSearch({ ...withoutPlace(query), size: wholeList.size }));
}

const ViewSearch = z
  .string()
  .max(searchAtMost)
  .refine((search) => readFlowsQuery(new URLSearchParams(search)).senseless.length === 0)
  .transform((search) => viewSearch(readFlowsQuery(new URLSearchParams(search)).query));

export const SavedView = z.object({
  name: z.string(),
  search: z.string(),
  /** Who saved it last and when; absent for those that are always there. */
  by: z.string().optional(),
  at: z.number().optional(),
});
export type SavedView = z.infer<typeof SavedView>;

/** `GET /api/views`, by name, those that are always there first. */
export const SavedViews = z.object({ views: z.array(SavedView) });

/** Always there, in every world. */
export const givenViews: SavedView[] = [
  { name: 'Needs attention', search: 'status=needs-attention' },
  { name: 'Stopped', search: 'status=stopped-by-people,stopped-by-failures' },
  { name: 'Running now', search: 'lastResult=InProgress,CancelStarted' },
];

export const viewsLimit = 100;

/**
 * What `POST /api/views` changes: `save` makes a view (409 where the name is taken), `replace` gives one another list, `rename` and
 * `delete` do that (404 where there is none).
 */
export const ViewChange = z.discriminatedUnion('action', [
  z.object({ action: z.literal('save'), name: ViewName, search: ViewSearch }),
  z.object({ action: z.literal('replace'), name: ViewName, search: ViewSearch }),
  z.object({ action: z.literal('rename'), name: ViewName, to: ViewName }),
  z.object({ action: z.literal('delete'), name: ViewName }),
]);
export type ViewChange = z.infer<typeof ViewChange>;
