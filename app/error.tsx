'use client';

import { Notice } from '@/components/ui/notice';

export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined;
  return (
    <Notice
      heading="This page could not be shown"
      link={{ href: '/flows', text: 'All flows' }}
      button={{ text: 'Try again', onClick: retry }}
    >
      Something failed inside Sluice; no flow was changed by it.
      {digest !== undefined && ` The server’s log has it under ${digest}.`}
    </Notice>
  );
}
