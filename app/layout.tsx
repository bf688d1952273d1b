import '@cloudscape-design/global-styles/index.css';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { FlashBar } from '@/components/shell/flash';
import { Strip } from '@/components/shell/strip';
import { ThemeScript } from '@/components/shell/theme-script';
import { Announcer } from '@/components/ui/announcer';
import { QueryProvider } from '@/queries/query-client';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Sluice', template: '%s · Sluice' },
  description: 'See, stop and start Amazon AppFlow flows on a simulated service.',
};

export const viewport: Viewport = { colorScheme: 'light dark' };

// Every page shows the database as it is now, and `next build` never opens it.
export const dynamic = 'force-dynamic';

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" suppressHydrationWarning>
      <body suppressHydrationWarning>
        <ThemeScript />
        <QueryProvider>
          <Strip />
          <main id="content" tabIndex={-1}>
            {children}
          </main>
          <FlashBar />
          <Announcer />
        </QueryProvider>
      </body>
    </html>
  );
}
