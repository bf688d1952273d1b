/** The stream of changes of this tab: not there yet, open, or broken and being tried again. */
export type LiveState = 'none' | 'live' | 'lost';

let state: LiveState = 'none';
const listeners = new Set<() => void>();

export function liveState(): LiveState {
  return state;
}

export function setLiveState(next: LiveState): void {
  if (next === state) return;
  state = next;
  listeners.forEach((listener) => listener());
}

export function subscribeToLiveState(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
