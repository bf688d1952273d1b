'use client';

import { type ReactNode, useState } from 'react';
import styles from './data-table.module.css';

export interface Column<Row> {
  heading: string;
  cell: (row: Row) => ReactNode;
  /** Numbers stand at the end of their column; `code` and `words` keep long texts readable. */
  kind?: 'number' | 'code' | 'words';
}

interface DataTableProps<Row> {
  label: string;
  rows: Row[];
  columns: Column<Row>[];
  keyOf: (row: Row) => string | number;
  /** Said instead of the table when there is no row. */
  empty: string;
  /** More rows than this wait behind a button. */
  shownAtFirst: number;
  /** Shown at the foot while all rows are: a way to rows that are not here yet. */
  more?: ReactNode;
  /** Where it is narrow, each row is a card: for tables that are read row by row. */
  stacks?: boolean;
}

/** A plain table to read; scrolls sideways by itself where it is wider than the page. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, rows, columns, keyOf, empty, shownAtFirst, more, stacks } = props;
  const [isWhole, setWhole] = useState(false);
  if (rows.length === 0) return <p className={styles.empty}>{empty}</p>;
  const shown = isWhole ? rows : rows.slice(0, shownAtFirst);
  return (
    <>
      <div className={styles.scroll} role="group" aria-label={label} tabIndex={0}>
        <table aria-label={label} className={styles.table} data-stacks={stacks}>
          <thead>
            <tr>
              {columns.map(({ heading, kind }) => (
                <th key={heading} scope="col" data-kind={kind}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={keyOf(row)}>
                {columns.map(({ heading, kind, cell }) => (
                  <td key={heading} data-kind={kind} data-label={heading}>
                    {cell(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > shownAtFirst && (
        <button
          type="button"
          className={styles.more}
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? `Show the newest ${shownAtFirst}` : `Show all ${rows.length}`}
        </button>
      )}
      {(isWhole || rows.length <= shownAtFirst) && more}
    </>
  );
}
