'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { pollMs } from './polling';

// A stop that waits for the network and is sent minutes later does harm, and localhost needs no network:
// nothing is paused while the browser is offline, and no change is ever sent twice by itself.
function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, staleTime: pollMs },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** The cache of everything that the console reads, one for each browser tab. */
export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(createQueryClient);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
