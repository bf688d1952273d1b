'use client';

import { usePathname } from 'next/navigation';
import type { MouseEvent } from 'react';
import { PlainLink } from '@/components/ui/app-link';
import { PanelButton, useClosePanel } from '@/components/ui/panel-button';
import { useListHref } from '@/queries/last-list';
import { useWorld } from '@/queries/use-world';
import { worldHref } from '@/queries/world';
import styles from './navigation.module.css';

const pages = [
  { path: '/overview', text: 'Overview' },
  { path: '/flows', text: 'Flows', more: '/create' },
  { path: '/bulk', text: 'Bulk' },
  { path: '/activity', text: 'Activity' },
  { path: '/settings', text: 'Settings' },
];

type Page = (typeof pages)[number];

/** Whether an address is of a page, or of what lies beneath it. */
function isWithin({ path, more }: Page, pathname: string): boolean {
  return pathname === path || pathname === more || pathname.startsWith(`${path}/`);
}

function Links() {
  const world = useWorld();
  const listHref = useListHref(world);
  const pathname = usePathname();
  const close = useClosePanel();
  const closeUnlessElsewhere = (event: MouseEvent) => {
    if (!event.metaKey && !event.ctrlKey) close();
  };
  return (
    <ul className={styles.links}>
      {pages.map((page) => (
        <li key={page.path}>
          <PlainLink
            // Back to the list as it was left, filters and all; from the list itself to the whole of it.
            href={page.path === '/flows' && pathname !== page.path ? listHref : worldHref(page.path, world)}
            data-text={page.text}
            aria-current={pathname === page.path ? 'page' : isWithin(page, pathname) ? 'true' : undefined}
            onClick={closeUnlessElsewhere}
          >
            {page.text}
          </PlainLink>
        </li>
      ))}
    </ul>
  );
}

/** The console's pages, in the world of this one: a row of links, or a menu where there is no room for it. */
export function Navigation() {
  const pathname = usePathname();
  const current = pages.find((page) => isWithin(page, pathname));
  return (
    <>
      <nav className={styles.row} aria-label="Pages">
        <Links />
      </nav>
      <nav className={styles.menu} aria-label="Pages">
        <PanelButton
          className={styles.menuButton}
          label={current ? `Menu, on ${current.text}` : 'Menu'}
          title="Pages"
          panel={
            <div className={styles.list}>
              <Links />
            </div>
          }
        >
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d="M2 4h12M2 8h12M2 12h12" stroke="currentColor" strokeWidth="1.5" />
          </svg>
          <span className="unseen-in-narrow-strip">{current?.text ?? 'Menu'}</span>
        </PanelButton>
      </nav>
    </>
  );
}
