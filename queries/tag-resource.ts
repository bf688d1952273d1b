import { useMutation } from '@tanstack/react-query';
import { TagResourceResponse, UntagResourceResponse } from '@/contract/shapes.gen';
import { type Asker, callAppFlow } from './call-appflow';

interface TagResource extends Asker {
  resourceArn: string;
  tags: Record<string, string>;
}

interface UntagResource extends Asker {
  resourceArn: string;
  tagKeys: string[];
}

function tagsUri(resourceArn: string): string {
  return `/tags/${encodeURIComponent(resourceArn)}`;
}

/** Adds tags to a flow and changes the values of those that it has. Never paused, never sent again by itself. */
export function useTagResource() {
  return useMutation({
    mutationFn: ({ resourceArn, tags, ...asker }: TagResource) =>
      callAppFlow(tagsUri(resourceArn), { tags }, TagResourceResponse, asker),
    networkMode: 'always',
    retry: false,
  });
}

/** Takes tags away from a flow; keys that it does not have are ignored. Never paused, never sent again by itself. */
export function useUntagResource() {
  return useMutation({
    mutationFn: ({ resourceArn, tagKeys, ...asker }: UntagResource) => {
      const search = new URLSearchParams(tagKeys.map((key) => ['tagKeys', key]));
      // The API knows no "+" for a blank.
      const uri = `${tagsUri(resourceArn)}?${search.toString().replaceAll('+', '%20')}`;
      return callAppFlow(uri, undefined, UntagResourceResponse, asker);
    },
    networkMode: 'always',
    retry: false,
  });
}
