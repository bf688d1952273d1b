import { themeStorageKey } from './theme-key';

// Runs before the first paint, so that a dark page is never light for a moment, and no text changes its font.
const script = `(() => {
  let theme = null;
  try { theme = localStorage.getItem('${themeStorageKey}'); } catch {}
  const isDark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.body.classList.toggle('awsui-dark-mode', isDark);
  document.documentElement.style.colorScheme = isDark ? 'dark' : 'light';
  for (const weight of [400, 700]) document.fonts.load(weight + ' 14px "Open Sans"');
})()`;

/** Puts the page into the reader's theme; stands first in the body. */
export function ThemeScript() {
  return <script dangerouslySetInnerHTML={{ __html: script }} />;
}
