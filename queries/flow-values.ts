import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import type { World } from '@/contract/console';
import type { FilterProperty } from '@/contract/flows-query';
import { readModel } from './read-model';

const Values = z.object({ values: z.array(z.string()) });

/** Values of a property (of the tag of that key) in a world that contain a text: at most 50. */
export function flowValuesQuery(
  world: World,
  property: FilterProperty,
  key: string | undefined,
  text: string,
) {
  return queryOptions({
    queryKey: ['flow-values', world, property, key, text],
    queryFn: ({ signal }) =>
      readModel(
        '/api/flow-values',
        world,
        Values,
        signal,
        new URLSearchParams({ property, ...(key !== undefined && { key }), text }),
      ),
    staleTime: 30_000,
  });
}
