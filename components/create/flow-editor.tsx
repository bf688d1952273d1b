'use client';

import Button from '@cloudscape-design/components/button';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import { usePathname, useSearchParams } from 'next/navigation';
import { type SubmitEvent, useMemo, useRef, useState } from 'react';
import { newAttemptId } from '@/components/flows/attempt';
import { CopyCliButton } from '@/components/flows/copy-cli-button';
import { useActor } from '@/components/shell/use-actor';
import { useSession } from '@/components/shell/viewer';
import { announce } from '@/components/ui/announcer';
import { SpokenAlert } from '@/components/ui/spoken-alert';
import { LiveFields } from '@/components/ui/live-fields';
import { useHydrated } from '@/components/ui/use-hydrated';
import { useNavigate } from '@/components/ui/use-navigate';
import { asAwsCli } from '@/components/words/aws-cli';
import { AppFlowCallError } from '@/queries/call-appflow';
import { useCreateFlow, useUpdateFlow } from '@/queries/save-flow';
import { useWorld } from '@/queries/use-world';
import styles from './create.module.css';
import {
  type Draft,
  type FlowOperation,
  inputFor,
  isObject,
  type Path,
  pathInWords,
  type Problem,
  problemsOf,
  textAt,
  withValue,
} from './draft';
import { type Fields, FieldsContext } from './fields-context';
import { FlowForm } from './flow-form';
import { FlowJson } from './flow-json';
import { focusField, memberOfField } from './form-fields';
import { readJson } from './json-lines';
import { LeaveWarning } from './leave-warning';
import { movesNothing } from './mapping-draft';
import { problemInWords } from './problem-words';
import { refusedMembers } from './refused-members';
import { ToMend } from './to-mend';

interface FlowEditorProps {
  operation: FlowOperation;
  /** What the editor begins with. */
  start: Draft;
  cancelHref: string;
  /** Where to go, and what to say, once it is saved. */
  onSaved: (flowName: string) => void;
}

const viewParameter = 'view';

/** Whether the address asks for the JSON; a way to ask for it. */
function useView() {
  const search = useSearchParams();
  const pathname = usePathname();
  const view = search.get(viewParameter) === 'json' ? ('json' as const) : ('form' as const);
  const show = (next: string) => {
    const rest = new URLSearchParams(search);
    if (next === 'json') rest.set(viewParameter, 'json');
    else rest.delete(viewParameter);
    window.history.replaceState(null, '', rest.size === 0 ? pathname : `${pathname}?${rest}`);
  };
  return { view, show };
}

function printed(draft: Draft): string {
  return JSON.stringify(draft, null, 2);
}

/**
 * One input of CreateFlow or UpdateFlow in two views, a form for what is common and JSON for everything; what the form cannot show is
 * kept. Held against the contract's own schema at every change, and against the service when it is saved.
 */
export function FlowEditor({ operation, start, cancelHref, onSaved }: FlowEditorProps) {
  const world = useWorld();
  const navigate = useNavigate();
  const { actor } = useActor();
  const session = useSession();
  const isHydrated = useHydrated();
  const { view, show } = useView();
  const [draft, setDraft] = useState(start);
  // What stands in the text area; undefined while it is the draft, printed.
  const [typed, setTyped] = useState<string>();
  const [isChecked, setChecked] = useState(false);
  const [sent, setSent] = useState<{ draft: Draft; clientToken: string }>();
  const create = useCreateFlow();
  const update = useUpdateFlow();
  const save = operation === 'CreateFlow' ? create : update;
  const verb = operation === 'CreateFlow' ? 'created' : 'saved';
  const foot = useRef<HTMLDivElement>(null);

  const text = typed ?? printed(draft);
  const read = useMemo(() => readJson(text), [text]);
  const isReadable = 'value' in read && isObject(read.value);
  const isJson = view === 'json' || !isReadable;
  const problems = useMemo(
    () => [...problemsOf(operation, draft), ...(isJson ? [] : problemsOfForm(draft, start))],
    [operation, draft, start, isJson],
  );
  // What was typed and taken back is no change.
  const isChanged = useMemo(() => text !== printed(start), [text, start]);
  // Known before the page is, which leads on at once.
  const isSaved = useRef(false);

  // A refusal is about what was sent; it is no more said of what was changed since.
  const refused =
    save.error instanceof AppFlowCallError && sent?.draft === draft ? refusedMembers(save.error.message) : [];
  const fields: Fields = {
    world,
    operation,
    draft,
    set: (path, value) => {
      setTyped(undefined);
      setDraft((before) => withValue(before, path, value));
    },
    replace: (next) => {
      setTyped(undefined);
      setDraft(next);
    },
    problemAt: (path: Path) => {
      const found = problems.find(
        (problem) => pathInWords(problem.path) === pathInWords(path) && (isChecked || !isUnsaid(draft, path)),
      );
      return found && problemInWords(found);
    },
    refusedOf: (part) => refused.filter((member) => member.part === part).map((member) => member.text),
  };

  const changeText = (next: string) => {
    setTyped(next);
    const nextRead = readJson(next);
    if ('value' in nextRead && isObject(nextRead.value)) setDraft(nextRead.value);
  };

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (problems.length > 0 || !isReadable) {
      announce(`Not ${verb}: ${problems.length} to mend.`);
      if (!isJson)
        focusField(
          foot.current?.closest('form'),
          problems.map(({ path }) => memberOfField(path)),
        );
      return;
    }
    if (save.isPending) return;
    const clientToken = sent?.draft === draft ? sent.clientToken : newAttemptId();
    setSent({ draft, clientToken });
    const flowName = textAt(draft, ['flowName']);
    try {
      await save.mutateAsync({ input: inputFor(operation, draft), clientToken, world, actor });
    } catch {
      requestAnimationFrame(() => foot.current?.scrollIntoView({ block: 'nearest' }));
      return;
    }
    isSaved.current = true;
    onSaved(flowName);
  };

  const cli = () =>
    asAwsCli(
      world,
      operation,
      { cliInputJson: inputFor(operation, draft) },
      window.location.origin,
      session?.accessKeyId,
    );

  return (
    <FieldsContext value={fields}>
      <LeaveWarning isUnsaved={() => isChanged && !isSaved.current} />
      <form className={styles.form} onSubmit={send} noValidate aria-label={`${operation} input`}>
        <LiveFields>
          <SegmentedControl
            label="View"
            selectedId={view}
            options={[
              { id: 'form', text: 'Form', disabled: !isReadable, disabledReason: 'Mend the JSON first.' },
              { id: 'json', text: 'JSON' },
            ]}
            onChange={({ detail }) => show(detail.selectedId)}
          />
          {isJson ? (
            <FlowJson text={text} problems={problems} onChange={changeText} />
          ) : (
            <FlowForm onJson={() => show('json')} />
          )}
          <div ref={foot} className={styles.foot}>
            {isChecked && (problems.length > 0 || !isReadable) && (
              <p className={styles.mend} role="alert">
                Not {verb}
                {isReadable ? (
                  <>
                    . <ToMend problems={problems} isJson={isJson} />
                  </>
                ) : (
                  ': this is not a JSON object'
                )}
              </p>
            )}
            {save.error !== null && sent?.draft === draft && (
              <Refusal error={save.error} operation={operation} />
            )}
            <div className={styles.actions}>
              {isHydrated && <CopyCliButton line={cli()} />}
              <span className={styles.buttons}>
                <Button formAction="none" variant="link" onClick={() => navigate(cancelHref)}>
                  Cancel
                </Button>
                <Button variant="primary" formAction="submit" loading={save.isPending} loadingText="Saving">
                  {operation === 'CreateFlow' ? 'Create flow' : 'Save'}
                </Button>
              </span>
            </div>
          </div>
        </LiveFields>
      </form>
    </FieldsContext>
  );
}

/** What the form says against a draft that AppFlow takes: a flow that moves nothing, unless it was like that before. */
function problemsOfForm(draft: Draft, start: Draft): Problem[] {
  return movesNothing(draft.tasks) && !movesNothing(start.tasks)
    ? [{ path: ['tasks'], message: 'Choose at least one field.', isMissing: true }]
    : [];
}

/** Whether nobody said anything there yet: then it is not held against them before they save. */
function isUnsaid(draft: Draft, path: Path): boolean {
  return textAt(draft, path) === '';
}

function Refusal({ error, operation }: { error: Error; operation: FlowOperation }) {
  const verb = operation === 'CreateFlow' ? 'created' : 'changed';
  if (!(error instanceof AppFlowCallError)) {
    return (
      <div role="alert">
        <SpokenAlert type="error" header="No answer">
          The flow may or may not have been {verb}. It is not queued; trying again cannot do it twice.
        </SpokenAlert>
      </div>
    );
  }
  const members = refusedMembers(error.message);
  return (
    <div role="alert">
      <SpokenAlert type="error" header={error.exceptionName}>
        Not {verb}:{' '}
        {members.length === 1 ? (
          members[0]?.text
        ) : (
          <ul className={styles.refused}>
            {members.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        )}
        {error.requestId !== undefined && <div className={styles.quiet}>Request {error.requestId}</div>}
      </SpokenAlert>
    </div>
  );
}
