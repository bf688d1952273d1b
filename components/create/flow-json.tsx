import { goToLine, JsonEditor } from '@/components/ui/json-editor';
import { Section } from '@/components/ui/section';
import styles from './create.module.css';
import { type FlowOperation, isObject, type Path, pathInWords, type Problem, unknownMembers } from './draft';
import { useFields } from './fields-context';
import { linesOf, readJson } from './json-lines';
import { problemInWords } from './problem-words';

const problemsId = 'json-problems';

interface Note {
  line: number;
  text: string;
  isWrong: boolean;
}

/** What is to be said of a text, by line; of one that is not JSON only where it stops being it. */
function notesOn(text: string, problems: Problem[], unknown: Path[], operation: FlowOperation): Note[] {
  const read = readJson(text);
  if ('error' in read) return [{ line: read.error.line, text: read.error.message, isWrong: true }];
  if (!isObject(read.value)) return [{ line: 1, text: 'This must be an object: { … }', isWrong: true }];
  const lineOf = linesOf(text);
  return [
    ...problems.map((problem) => ({
      line: lineOf(problem.path),
      text: `${pathInWords(problem.path)}: ${problemInWords(problem)}`,
      isWrong: true,
    })),
    ...unknown.map((path) => ({
      line: lineOf(path),
      text: `${pathInWords(path)}: ${operation} does not know this and ignores it.`,
      isWrong: false,
    })),
  ];
}

interface FlowJsonProps {
  text: string;
  /** What the contract says against it, where it is JSON. */
  problems: Problem[];
  onChange: (text: string) => void;
}

/** The input as JSON, with what is wrong with it by line. */
export function FlowJson({ text, problems, onChange }: FlowJsonProps) {
  const { operation, draft } = useFields();
  const label = `${operation} input as JSON`;
  const notes = notesOn(text, problems, unknownMembers(operation, draft), operation);
  const wrongLines = new Set(notes.filter(({ isWrong }) => isWrong).map(({ line }) => line));
  return (
    <Section id="json" heading={`${operation} input`} note="JSON">
      <div className={styles.json}>
        <JsonEditor
          label={label}
          value={text}
          onChange={onChange}
          wrongLines={wrongLines}
          describedBy={problemsId}
        />
        <ul id={problemsId} className={styles.notes} aria-label="What AppFlow would say">
          {notes.length === 0 && <li>As AppFlow’s contract has it.</li>}
          {notes.map(({ line, text: said, isWrong }) => (
            <li key={`${line} ${said}`} data-wrong={isWrong || undefined}>
              {line > 0 && (
                <button type="button" onClick={() => goToLine(label, line)}>
                  Line {line}
                </button>
              )}{' '}
              {said}
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}
