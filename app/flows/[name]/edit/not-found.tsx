import { FlowNotFound } from '@/components/flow/flow-not-found';
// As on the flow's own page: the styles of the page that is not there are preloaded all the same.
import '@/components/create/edit-page';

export default function NotFound() {
  return <FlowNotFound />;
}
