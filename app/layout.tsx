import '@cloudscape-design/global-styles/index.css';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { FocusKeeper } from '@/components/keys/focus-keeper';
import { FlashBar } from '@/components/shell/flash';
import { GoneCheck } from '@/components/shell/gone-check';
import { PerWorld } from '@/components/shell/per-world';
import { Strip } from '@/components/shell/strip';
import { ThemeScript } from '@/components/shell/theme-script';
import { ViewerProvider } from '@/components/shell/viewer';
import { Announcer } from '@/components/ui/announcer';
import { Prefilled } from '@/queries/prefilled';
import { QueryProvider } from '@/queries/query-client';
import { worldsKey } from '@/queries/worlds';
import { viewerOf } from '@/server/console/viewer';
import { readWorlds } from '@/server/console/worlds';
// Next preloads the styles of the error and not-found pages on every page, and a browser complains of what is preloaded and not used.
import '@/components/ui/notice.module.css';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Sluice', template: '%s · Sluice' },
  description: 'See, stop and start Amazon AppFlow flows on a simulated service.',
};

export const viewport: Viewport = { colorScheme: 'light dark' };

// Every page shows the database as it is now, and `next build` never opens it.
export const dynamic = 'force-dynamic';

export default async function RootLayout({ children }: { children: ReactNode }) {
  const viewer = viewerOf(await headers());
  return (
    <html lang="en" suppressHydrationWarning>
      {/* The first paint waits for the whole of the page: its parts would move as those beside them come. */}
      <link rel="expect" href="#content-end" blocking="render" />
      <body suppressHydrationWarning>
        <ThemeScript />
        <QueryProvider>
          <ViewerProvider viewer={viewer}>
            <Prefilled queryKey={worldsKey} data={await readWorlds(viewer)}>
              <Strip />
              <main id="content" tabIndex={-1}>
                <PerWorld>{children}</PerWorld>
              </main>
              <span id="content-end" hidden />
              <FlashBar />
              <GoneCheck />
              <Announcer />
              <FocusKeeper />
            </Prefilled>
          </ViewerProvider>
        </QueryProvider>
      </body>
    </html>
  );
}
