import { late } from '@/components/ui/late';

/** The dialogs of a flow's actions, whose code comes after the page. */
export const StartDialog = late(() => import('./start-dialog').then((module) => module.StartDialog));
export const StopDialog = late(() => import('./stop-dialog').then((module) => module.StopDialog));
