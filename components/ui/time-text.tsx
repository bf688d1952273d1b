'use client';

import Tooltip from '@cloudscape-design/components/tooltip';
import { type ReactNode, useRef, useState } from 'react';
import { exactTime } from '@/components/words/time';

interface TimeTextProps {
  /** Epoch milliseconds. */
  at: number;
  /** The time in words, relative to the server's own time, so that server and browser say the same. */
  children: ReactNode;
  /** False in long lists, where each row would add a stop for the Tab key. */
  focusable?: boolean;
}

/** A time in words, with the exact one on hover and focus and for machines. */
export function TimeText({ at, children, focusable = true }: TimeTextProps) {
  const element = useRef<HTMLTimeElement>(null);
  const [isExact, setExact] = useState(false);
  return (
    <>
      <time
        ref={element}
        className="time-text"
        dateTime={new Date(at).toISOString()}
        tabIndex={focusable ? 0 : undefined}
        onPointerEnter={() => setExact(true)}
        onPointerLeave={() => setExact(false)}
        onFocus={() => setExact(true)}
        onBlur={() => setExact(false)}
      >
        {children}
      </time>
      {isExact && (
        <Tooltip content={exactTime(at)} getTrack={() => element.current} onEscape={() => setExact(false)} />
      )}
    </>
  );
}
