'use client';

import { useSearchParams } from 'next/navigation';
import type { World } from '@/contract/console';
import { worldFrom } from './world';

/** The world of the page in the browser's address bar. */
export function useWorld(): World {
  return worldFrom(useSearchParams());
}
