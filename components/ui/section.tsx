import { type ReactNode, useId } from 'react';
import styles from './section.module.css';

interface SectionProps {
  /** What a link to this part of the page ends with, after the #. */
  id: string;
  heading: string;
  /** Quiet words beside the heading: how many, since when. */
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A framed part of a page with its own heading. */
export function Section({ id, heading, note, actions, children }: SectionProps) {
  const headingId = useId();
  return (
    <section id={id} className={styles.section} aria-labelledby={headingId}>
      <div className={styles.head}>
        <h2 id={headingId}>{heading}</h2>
        {note !== undefined && <span className={styles.note}>{note}</span>}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </section>
  );
}
