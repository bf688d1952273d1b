import type { ExceptionName } from '@/contract/errors';
import type { Row } from './statements';

/** What a submission is about, as it is in the database now. Each kind of thing has a file that makes its matters. */
export interface Matter {
  /** The event row's columns that tell of the thing when nothing was decided. */
  told: Row;
  /** A client token that comes again with other parameters is a new request, not an error. */
  takesTokenAgain: boolean;
  /** Decides the command, with nothing written yet. */
  decide(): Decided;
}

export type Decided =
  | { outcome: 'refused'; exceptionName: ExceptionName; message: string }
  | {
      outcome: 'changed' | 'unchanged';
      answer: unknown;
      told: Row;
      /** The earliest time (epoch milliseconds) at which what it changes is due. */
      dueAt?: number | undefined;
      save(): void;
    };
