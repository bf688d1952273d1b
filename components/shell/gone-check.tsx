'use client';

import { useLeaveCheck } from '@/components/ui/leaving';
import { liveState } from '@/queries/live-state';
import { serverAnswers } from '@/queries/server-answers';
import { warn } from './flash';

/** Keeps the reader on a page while the server is gone: the next one would be the browser's own, about an error. */
export function GoneCheck() {
  useLeaveCheck((leave) => {
    if (liveState() === 'live') return true;
    void serverAnswers().then((answers) => {
      if (answers) leave();
      else warn('Sluice does not answer, so you stay on this page. Try again when it is back.');
    });
    return false;
  });
  return null;
}
