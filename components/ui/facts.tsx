import type { ReactNode } from 'react';
import styles from './facts.module.css';

export interface Fact {
  label: string;
  value: ReactNode;
  /** Columns that it takes where there are as many, 1 unless said; `all` for long texts. */
  span?: 2 | 'all';
}

/** Labels with their values, in as many columns as fit. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, value, span }) => (
        <div key={label} data-span={span}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
