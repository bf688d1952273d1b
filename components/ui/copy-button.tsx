'use client';

import { useEffect, useState } from 'react';
import { announce } from './announcer';
import styles from './copy-button.module.css';

const shownForMs = 2_000;

/** Copies a text; false where the browser does not let it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

interface CopyButtonProps {
  /** Or what makes it when it is asked for. */
  text: string | (() => string);
  /** What is copied, for the accessible name: "ARN" makes "Copy ARN". */
  what: string;
  /** Shows the words beside the sign. */
  isWordy?: boolean;
}

/** A small button that copies a text and says whether it did. */
export function CopyButton({ text, what, isWordy = false }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<'copied' | 'failed'>();

  useEffect(() => {
    if (outcome === undefined) return;
    const timer = setTimeout(() => setOutcome(undefined), shownForMs);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async () => {
    const isCopied = await copyText(typeof text === 'string' ? text : text());
    setOutcome(isCopied ? 'copied' : 'failed');
    announce(isCopied ? `Copied ${what}` : `The browser did not let ${what} be copied`);
  };

  return (
    <button
      type="button"
      className={styles.button}
      aria-label={`Copy ${what}`}
      title={`Copy ${what}`}
      data-outcome={outcome}
      onClick={copy}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" aria-hidden="true">
        {outcome === undefined && <path strokeWidth="1.5" d="M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3" />}
        {outcome === 'copied' && <path strokeWidth="2" d="m3 8.5 3.5 3.5 7-8" />}
        {outcome === 'failed' && <path strokeWidth="2" d="m4 4 8 8m0-8-8 8" />}
      </svg>
      {isWordy && <span>{outcome === 'copied' ? 'Copied' : outcome === 'failed' ? 'Failed' : 'Copy'}</span>}
    </button>
  );
}
