'use client';

import Tooltip from '@cloudscape-design/components/tooltip';
import { useRef, useState } from 'react';
import { dateTimeText, relativeText, zoneText } from './time';

interface RelativeTimeProps {
  /** Epoch milliseconds. */
  at: number;
  /** The server's time when the page's data was read, so that server and browser say the same words. */
  asOf: number;
  /** False where the exact time stands beside it anyway, or where each row would add a stop for the Tab key. */
  focusable?: boolean;
}

/** "2 h ago", with the exact time on hover and focus and for machines. */
export function RelativeTime({ at, asOf, focusable = true }: RelativeTimeProps) {
  const element = useRef<HTMLTimeElement>(null);
  const [isExact, setExact] = useState(false);
  return (
    <>
      <time
        ref={element}
        className="relative-time"
        dateTime={new Date(at).toISOString()}
        tabIndex={focusable ? 0 : undefined}
        onPointerEnter={() => setExact(true)}
        onPointerLeave={() => setExact(false)}
        onFocus={() => setExact(true)}
        onBlur={() => setExact(false)}
      >
        {relativeText(at, asOf)}
      </time>
      {isExact && (
        <Tooltip
          content={`${dateTimeText(at)} ${zoneText(at)}`}
          getTrack={() => element.current}
          onEscape={() => setExact(false)}
        />
      )}
    </>
  );
}
