import { useEffect, useEffectEvent, useState } from 'react';
import { late } from '@/components/ui/late';
import { useLeaveCheck } from '@/components/ui/leaving';

const LeaveDialog = late(() => import('./leave-dialog').then((module) => module.LeaveDialog));

/** Asks before the page is left with something unsaved on it: in a dialog, or by the browser's own where the whole console is left. */
export function LeaveWarning({ isUnsaved }: { isUnsaved: () => boolean }) {
  const [asked, setAsked] = useState<{ leave: () => void }>();
  useLeaveCheck((leave) => {
    const mayLeave = !isUnsaved();
    if (!mayLeave) setAsked({ leave });
    return mayLeave;
  });

  const warn = useEffectEvent((event: BeforeUnloadEvent) => {
    if (isUnsaved()) event.preventDefault();
  });
  useEffect(() => {
    const onBeforeUnload = (event: BeforeUnloadEvent) => warn(event);
    window.addEventListener('beforeunload', onBeforeUnload);
    return () => window.removeEventListener('beforeunload', onBeforeUnload);
  }, []);

  if (asked === undefined) return null;
  const close = () => setAsked(undefined);
  return (
    <LeaveDialog
      onClose={close}
      onLeave={() => {
        close();
        asked.leave();
      }}
    />
  );
}
