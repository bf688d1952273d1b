'use client';

import { createContext, type ReactNode, use } from 'react';
import type { SignedIn, Viewer } from '@/contract/console';

const ViewerContext = createContext<Viewer>({ auth: 'open' });

/** Tells the page who looks at it, as the server knows. */
export function ViewerProvider({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  return <ViewerContext value={viewer}>{children}</ViewerContext>;
}

/** Who looks at this page. */
export function useViewer(): Viewer {
  return use(ViewerContext);
}

/** Who is signed in; undefined where nobody need be, too. */
export function useSession(): SignedIn | undefined {
  const viewer = useViewer();
  return viewer.auth === 'strict' ? viewer.session : undefined;
}
