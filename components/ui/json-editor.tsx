import { useRef } from 'react';
import styles from './json-editor.module.css';

interface JsonEditorProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Lines, counted from 1, that something is wrong with. */
  wrongLines: ReadonlySet<number>;
  /** The id of the text that says what is wrong. */
  describedBy: string;
}

/** A text area for JSON: numbers its lines and marks those that something is wrong with. Tab moves on, as in any form. */
export function JsonEditor({ label, value, onChange, wrongLines, describedBy }: JsonEditorProps) {
  const gutter = useRef<HTMLDivElement>(null);
  const lines = value.split('\n').length;
  return (
    <div className={styles.editor} data-invalid={wrongLines.size > 0 || undefined}>
      <div ref={gutter} className={styles.gutter} aria-hidden="true">
        {Array.from({ length: lines }, (_, index) => (
          <div key={index} data-wrong={wrongLines.has(index + 1) || undefined}>
            {index + 1}
          </div>
        ))}
      </div>
      <textarea
        className={styles.text}
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={wrongLines.size > 0}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onScroll={(event) => {
          if (gutter.current) gutter.current.scrollTop = event.currentTarget.scrollTop;
        }}
        rows={28}
        wrap="off"
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
      />
    </div>
  );
}

/** Puts the cursor at the start of a line of the text area with that accessible name. */
export function goToLine(label: string, line: number): void {
  const area = document.querySelector<HTMLTextAreaElement>(`textarea[aria-label="${CSS.escape(label)}"]`);
  if (area === null) return;
  const lines = area.value.split('\n');
  const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  area.scrollTop = (area.scrollHeight / lines.length) * Math.max(0, line - 5);
}
