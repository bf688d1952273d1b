import { FlowNotFound } from '@/components/flow/flow-not-found';

export default function NotFound() {
  return <FlowNotFound />;
}
