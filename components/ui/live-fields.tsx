import type { ReactNode } from 'react';
import styles from './live-fields.module.css';
import { useHydrated } from './use-hydrated';

/** Fields and buttons of a form, to be used as soon as the page reacts to them: what is typed before that would be lost. */
export function LiveFields({ children }: { children: ReactNode }) {
  return (
    <fieldset className={styles.fields} role="presentation" disabled={!useHydrated()}>
      {children}
    </fieldset>
  );
}
