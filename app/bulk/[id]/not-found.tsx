import { BulkJobNotFound } from '@/components/bulk/bulk-job-not-found';
// Next preloads the styles of a job's page before it knows that there is no such job, and a browser complains of what is not used.
import '@/components/bulk/bulk-job-page';

export default function NotFound() {
  return <BulkJobNotFound />;
}
