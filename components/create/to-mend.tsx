import { Fragment } from 'react';
import { pathInWords, type Problem, valueAt } from './draft';
import { useFields } from './fields-context';
import { fieldLabels, focusField, memberOfField } from './form-fields';

/** What is still to be mended: by the form's own words, each of which leads to its field, or as the JSON has it. */
export function ToMend({ problems, isJson }: { problems: Problem[]; isJson: boolean }) {
  const { draft } = useFields();
  const labels = isJson ? undefined : fieldLabels(draft);
  const isMissing = (problem: Problem) => problem.isMissing || valueAt(draft, problem.path) === '';
  const membersOf = (those: Problem[]) => [
    ...new Set(those.map(({ path }) => (isJson ? pathInWords(path) : memberOfField(path)))),
  ];
  return (
    <>
      <Members
        said="Missing"
        members={membersOf(problems.filter((problem) => isMissing(problem)))}
        labels={labels}
      />{' '}
      <Members
        said="Not as AppFlow takes it"
        members={membersOf(problems.filter((problem) => !isMissing(problem)))}
        labels={labels}
      />
    </>
  );
}

interface MembersProps {
  said: string;
  members: string[];
  labels: ReadonlyMap<string, string> | undefined;
}

/** "Missing: Name, Object of the source." */
function Members({ said, members, labels }: MembersProps) {
  if (members.length === 0) return null;
  return (
    <>
      {said}:{' '}
      {members.map((member, index) => {
        const label = labels?.get(member);
        return (
          <Fragment key={member}>
            {index > 0 && ', '}
            {label === undefined ? (
              member
            ) : (
              <button
                type="button"
                onClick={({ currentTarget }) => focusField(currentTarget.closest('form'), [member])}
              >
                {label}
              </button>
            )}
          </Fragment>
        );
      })}
      .
    </>
  );
}
