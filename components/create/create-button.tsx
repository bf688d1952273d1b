import { LinkButton } from '@/components/ui/link-button';
import { useWorld } from '@/queries/use-world';
import { createHref } from '@/queries/world';

/** The way to the page on which a flow is made. */
export function CreateButton() {
  return <LinkButton href={createHref(useWorld())}>Create flow</LinkButton>;
}
