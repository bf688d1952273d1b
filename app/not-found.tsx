import { Notice } from '@/components/ui/notice';

export default function NotFound() {
  return (
    <Notice heading="There is no such page" link={{ href: '/flows', text: 'All flows' }}>
      The address leads nowhere in this console.
    </Notice>
  );
}
