import { useRouter } from 'next/navigation';
import { leaveBy } from './leaving';

/** Leads to another page of the console, once everybody who minds has agreed that this one is left. */
export function useNavigate(): (href: string) => void {
  const router = useRouter();
  return (href) => leaveBy(() => router.push(href));
}
