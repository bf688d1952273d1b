'use client';

import {
  createContext,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  use,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import styles from './panel-button.module.css';

interface PanelButtonProps {
  /** What the button shows; `label` is its accessible name where that says too little. */
  children: ReactNode;
  label?: string;
  className?: string | undefined;
  /** The panel's accessible name. */
  title: string;
  /** Rendered only while the panel is open; what is in it closes it with useClosePanel. */
  panel: ReactNode;
}

const ClosePanel = createContext<() => void>(() => undefined);

/** Closes the panel around, and gives the focus back to its button. */
export function useClosePanel(): () => void {
  return use(ClosePanel);
}

/** A button that opens a small panel under it; not modal. Escape, a click elsewhere or moving on with Tab closes it. */
export function PanelButton({ children, label, className, title, panel }: PanelButtonProps) {
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panelId = useId();
  const [isOpen, setOpen] = useState(false);

  useEffect(() => {
    if (!isOpen) return;
    const closeOutside = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [isOpen]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && isOpen) close();
  };
  const onBlur = (event: FocusEvent) => {
    if (event.relatedTarget instanceof Node && !root.current?.contains(event.relatedTarget)) setOpen(false);
  };

  return (
    <div ref={root} className={styles.root} onKeyDown={onKeyDown} onBlur={onBlur}>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={isOpen ? panelId : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {children}
      </button>
      {isOpen && (
        <div id={panelId} role="group" aria-label={title} className={styles.panel}>
          <ClosePanel value={close}>{panel}</ClosePanel>
        </div>
      )}
    </div>
  );
}
