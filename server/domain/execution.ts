import type { ExecutionStatus } from '@/contract/shapes.gen';

/** A run, under way or ended. Times are epoch milliseconds. */
export interface Execution {
  executionId: string;
  executionStatus: ExecutionStatus;
  startedAt: number;
  lastUpdatedAt: number;
  dataPullStartAt?: number;
  dataPullEndAt?: number;
  bytesProcessed?: number;
  bytesWritten?: number;
  recordsProcessed?: number;
  message?: string;
}

/** Where a run stands in the order: when it started, and its id among those that started together. */
export type ExecutionPlace = Pick<Execution, 'startedAt' | 'executionId'>;
