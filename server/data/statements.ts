import type Sqlite from 'better-sqlite3';

export type Value = string | number | null;

/** Values by column. */
export type Row = Record<string, Value>;

/** Writes on one connection; each SQL text is prepared once and kept, because preparing costs more than running. */
export interface Statements {
  insert(table: string, row: Row): void;
  /** Sets columns of the row that has this id; none is none. */
  update(table: string, idColumn: string, id: Value, columns: Row): void;
  /** Any other statement: its text must be one of few. */
  run(sql: string, ...values: Value[]): void;
}

export function createStatements(database: Sqlite.Database): Statements {
  const prepared = new Map<string, Sqlite.Statement<Value[]>>();

  function run(sql: string, ...values: Value[]): void {
    let statement = prepared.get(sql);
    if (!statement) {
      statement = database.prepare<Value[]>(sql);
      prepared.set(sql, statement);
    }
    statement.run(...values);
  }

  return {
    run,
    insert(table, row) {
      const columns = Object.keys(row);
      const places = columns.map(() => '?').join(', ');
      run(`INSERT INTO "${table}" (${columns.join(', ')}) VALUES (${places})`, ...Object.values(row));
    },
    update(table, idColumn, id, columns) {
      const settings = Object.keys(columns).map((column) => `${column} = ?`);
      if (settings.length > 0) {
        run(
          `UPDATE "${table}" SET ${settings.join(', ')} WHERE ${idColumn} = ?`,
          ...Object.values(columns),
          id,
        );
      }
    },
  };
}
