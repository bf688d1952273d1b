import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useEffectEvent } from 'react';

/**
 * Says whether the page may be left now. Who says false tells the reader why, and may call `leave` later, once the reader said so; any
 * others that were not asked yet are asked then.
 */
export type LeaveCheck = (leave: () => void) => boolean;

/** Who came last is asked first. */
const checks: LeaveCheck[] = [];

/** Leaves the page, now or once all who mind have agreed. Every way to another page of the console goes through here. */
export function leaveBy(leave: () => void): void {
  if (mayLeave(leave)) leave();
}

/** Whether the page may be left at once; where not, `leave` is called if that is allowed later. */
export function mayLeave(leave: () => void): boolean {
  return isAgreed([...checks].reverse(), leave);
}

function isAgreed([check, ...others]: LeaveCheck[], leave: () => void): boolean {
  if (check === undefined) return true;
  const goOn = () => {
    if (isAgreed(others, leave)) leave();
  };
  return check(goOn) && isAgreed(others, leave);
}

/** What else in an address makes it another page: the world, and the flow that a new one is made like. */
const pageParameters = ['account', 'region', 'from'];

function pageOf({ pathname, search }: { pathname: string; search: string }): string {
  const parameters = new URLSearchParams(search);
  return JSON.stringify([pathname, ...pageParameters.map((name) => parameters.get(name))]);
}

/** The entry of the browser's history that is shown, as it was before somebody went back or forward from it. */
let here: { href: string; state: unknown } | undefined;
/** Set while the browser goes where it was refused to go before. */
let isAllowed = false;

/**
 * Back and forward are told once the address has changed. Who may not leave gets this page's entry back, on top of the one that was
 * asked for, so that one step back leads there later. Next, which listens to the same, does not hear of it.
 */
function onPopState(event: PopStateEvent): void {
  const from = here;
  if (isAllowed || from === undefined || pageOf(window.location) === pageOf(new URL(from.href))) {
    isAllowed = false;
    return;
  }
  const leave = () => {
    isAllowed = true;
    window.history.back();
  };
  if (mayLeave(leave)) return;
  event.stopImmediatePropagation();
  window.history.pushState(from.state, '', from.href);
}

// With this code and not with a component: a browser may call who listens to its window in the order in which they came, so this has to
// come before Next's router, which does when it has rendered the page for the first time.
if (typeof window !== 'undefined') window.addEventListener('popstate', onPopState, { capture: true });

/** Asks `check` before the page is left for another one of the console, as long as the component is there. */
export function useLeaveCheck(check: LeaveCheck): void {
  const ask = useEffectEvent(check);
  const pathname = usePathname();
  const search = useSearchParams();

  useEffect(() => {
    const { href } = window.location;
    here = { href, state: window.history.state as unknown };
  }, [pathname, search]);

  useEffect(() => {
    const asked: LeaveCheck = (leave) => ask(leave);
    checks.push(asked);
    return () => {
      checks.splice(checks.indexOf(asked), 1);
    };
  }, []);
}
