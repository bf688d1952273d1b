'use client';

import { densityStorageKey, themeStorageKey } from './theme-key';

// Runs before the first paint, so that a dark page is never light for a moment, and no text changes its font.
const script = `(() => {
  let theme = null, density = null;
  try {
    theme = localStorage.getItem('${themeStorageKey}');
    density = localStorage.getItem('${densityStorageKey}');
  } catch {}
  const isDark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.body.classList.toggle('awsui-dark-mode', isDark);
  document.body.classList.toggle('awsui-compact-mode', density === 'compact');
  document.documentElement.style.colorScheme = isDark ? 'dark' : 'light';
  for (const weight of [400, 700]) document.fonts.load(weight + ' 14px "Open Sans"');
})()`;

/**
 * Puts the page into the reader's theme; stands first in the body. Only markup from the server runs it: in a page that the
 * browser makes itself, such as one that was not found, ThemeSwitch does the same before it is painted.
 */
export function ThemeScript() {
  const type = typeof window === 'undefined' ? 'text/javascript' : 'text/plain';
  return <script type={type} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: script }} />;
}
