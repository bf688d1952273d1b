import Button from '@cloudscape-design/components/button';
import { useEffect, useState } from 'react';
import { announce } from '@/components/ui/announcer';
import { AppLink } from '@/components/ui/app-link';
import { CopyButton } from '@/components/ui/copy-button';
import { ExceptionName } from '@/components/ui/exception-name';
import {
  actionInWords,
  type Explanation,
  explainNoAnswer,
  explainRefusal,
  type Remedy,
} from '@/components/words/refusal';
import type { FlowRow } from '@/contract/console';
import { flowHref } from '@/queries/world';
import { rescueFocus } from './row-focus';
import styles from './row-problem.module.css';
import { type RowProblem as Problem, setRowState } from './row-store';
import { useNow, useRows } from './rows-context';

const lookAgainMs = 3_000;

/** What helps only in the list. */
const listOnly: Remedy[] = ['remove-row', 'open-flow'];

function explanationOf(problem: Problem, now: number): Explanation {
  const { action, shown } = problem.attempt;
  return problem.kind === 'refused'
    ? explainRefusal({ ...problem, action, shown }, now)
    : explainNoAnswer(action, shown.flowName, problem.finding, now);
}

/** What went wrong with the last action on a row, and what helps. Stays until dismissed or acted upon. */
export function RowProblem({ problem, flow }: { problem: Problem; flow: FlowRow }) {
  const { isOwnPage = false, listsDeleted = false } = useRows();
  const now = useNow();
  const { fact, next, remedies } = explanationOf(problem, now);
  const { action } = problem.attempt;
  const isRefused = problem.kind === 'refused';
  useLookingAgain(problem);

  const dismiss = () => {
    setRowState(flow.id, {});
    rescueFocus(flow.id, action);
  };

  return (
    <div role="alert" aria-atomic="false" className={styles.problem}>
      <div className={styles.text}>
        <strong>{isRefused ? <ExceptionName name={problem.exceptionName} /> : 'No answer'}</strong>{' '}
        <span>{fact}</span> {next && <span>{next} </span>}
        {flow.flowStatus !== problem.statusThen && <span>Now: {flow.flowStatus}</span>}
      </div>
      <div className={styles.remedies} aria-live="off">
        {remedies
          .filter((remedy) => !isOwnPage || !listOnly.includes(remedy))
          .filter((remedy) => !listsDeleted || remedy !== 'remove-row')
          .map((remedy) => (
            <RemedyControl key={remedy} remedy={remedy} problem={problem} flow={flow} />
          ))}
        {isRefused && problem.requestId !== undefined && (
          <span className={styles.request}>
            Request {problem.requestId} <CopyButton text={problem.requestId} what="request id" />
          </span>
        )}
      </div>
      <span className={styles.dismiss}>
        <Button
          variant="icon"
          iconName="close"
          ariaLabel={`Dismiss: ${actionInWords[action]} ${flow.flowName}`}
          onClick={dismiss}
        />
      </span>
    </div>
  );
}

function RemedyControl({ remedy, problem, flow }: { remedy: Remedy; problem: Problem; flow: FlowRow }) {
  const { world, askTo, removeRow } = useRows();
  const href = flowHref(flow.flowName, world);
  switch (remedy) {
    case 'start':
      return <Button onClick={() => askTo('start', flow)}>Start flow…</Button>;
    case 'try-again':
      return <TryAgain problem={problem} />;
    case 'check-state':
      return <CheckState problem={problem} />;
    case 'remove-row':
      return <Button onClick={() => removeRow(flow)}>Remove row</Button>;
    case 'open-flow':
      return <AppLink href={href}>Open flow</AppLink>;
    case 'see-activity':
      return <AppLink href={`${href}#activity`}>See its activity</AppLink>;
    case 'see-runs':
      return <AppLink href={`${href}#runs`}>See its runs</AppLink>;
  }
}

function TryAgain({ problem }: { problem: Problem }) {
  const { send } = useRows();
  const { attempt } = problem;
  const waitS = useSecondsUntil(problem.kind === 'refused' ? problem.retryAt : undefined);
  const sendAgain = () => {
    send(attempt);
    rescueFocus(attempt.shown.id, attempt.action);
  };
  return (
    <Button disabled={waitS > 0} onClick={sendAgain}>
      {waitS > 0 ? `Try again in ${waitS} s` : 'Try again'}
    </Button>
  );
}

function useSecondsUntil(time: number | undefined): number {
  const [seconds, setSeconds] = useState(() => secondsUntil(time));
  useEffect(() => {
    const timer = setInterval(() => setSeconds(secondsUntil(time)), 250);
    return () => clearInterval(timer);
  }, [time]);
  return seconds;
}

function secondsUntil(time: number | undefined): number {
  return time === undefined ? 0 : Math.max(0, Math.ceil((time - Date.now()) / 1000));
}

function CheckState({ problem }: { problem: Problem }) {
  const { check } = useRows();
  const look = async () => {
    if (!(await check(problem.attempt))) announce('Still no answer.');
  };
  return <Button onClick={look}>Check state</Button>;
}

/** When the connection is back, the row says what did happen without being asked. */
function useLookingAgain(problem: Problem): void {
  const { check } = useRows();
  const { attempt } = problem;
  const isOpen = problem.kind === 'no-answer' && problem.finding === undefined;
  useEffect(() => {
    if (!isOpen) return;
    const timer = setInterval(() => void check(attempt), lookAgainMs);
    return () => clearInterval(timer);
  }, [isOpen, attempt, check]);
}
