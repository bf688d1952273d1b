import { FlowNotFound } from '@/components/flow/flow-not-found';
// Next preloads the styles of a flow's page before it knows that there is no such flow, and a browser complains of what is not used.
// In a group of its own, because a folder's not-found page is preloaded with all pages beneath it.
import '@/components/flow/flow-page';

export default function NotFound() {
  return <FlowNotFound />;
}
