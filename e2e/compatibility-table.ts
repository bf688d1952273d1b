import type { ExceptionName } from '@/contract/errors';
import { type OperationName, operations } from '@/contract/operations';
import type { Behaviour, MetError } from './wire/conformance/annotations';

/** A test that passed: what it says of which operations, and the exceptions that it was answered with. */
export interface Proof {
  behaviours: Behaviour[];
  met: MetError[];
}

const names = Object.keys(operations) as OperationName[];

/** The table of compatibility in Markdown, and what is missing in it or should not be there. */
export function compatibilityTable(proofs: Proof[]): { text: string; mistakes: string[] } {
  const sections = names.map((name) => sectionOf(name, proofs));
  const declared = sections.reduce((sum, section) => sum + section.declared, 0);
  const met = sections.reduce((sum, section) => sum + section.met, 0);
  const proven = sections.filter(({ rows }) => rows.length > 0).length;
  const text = [
    '# Compatibility with Amazon AppFlow',
    '',
    `**${proven} of ${names.length} operations; ${met} of ${declared} declared errors**, each met by a test over the unmodified AWS SDK.`,
    '',
    'This page is written by those tests (`npm run compatibility`), and a run in which it is not true fails. How sure a behaviour is:',
    '**A** the API reference or the model of AWS; **B** seen from AWS by others; **S** nobody knows, so it is Sluice’s own choice. The errors are those',
    'that the test was answered with.',
    ...sections.flatMap((section) => section.lines),
    '',
  ].join('\n');
  return { text, mistakes: sections.flatMap(({ mistakes }) => mistakes) };
}

interface Row extends Behaviour {
  errors: string[];
}

function sectionOf(name: OperationName, proofs: Proof[]) {
  // What is its own comes before what it has in common with others.
  const [own, common] = [proofs.filter(isAboutOne), proofs.filter((proof) => !isAboutOne(proof))];
  const rows = [...own, ...common].flatMap((proof) => rowsOf(name, proof));
  const errors = new Set(rows.flatMap((row) => row.errors));
  const declared: readonly ExceptionName[] = operations[name].errors;
  const missing = declared.filter((exception) => !errors.has(exception));
  return {
    rows,
    declared: declared.length,
    met: declared.filter((exception) => errors.has(exception)).length,
    lines: [
      '',
      `## ${name}`,
      '',
      '| behaviour | grade | errors |',
      '| --- | --- | --- |',
      ...rows.map((row) => `| ${row.behaviour} | ${row.grade} | ${row.errors.map(short).join(', ')} |`),
    ],
    mistakes: [
      ...(rows.length === 0 ? [`No conformance test is about ${name}.`] : []),
      ...missing.map(
        (exception) => `No conformance test meets ${name} with ${exception}, which it declares.`,
      ),
    ],
  };
}

function isAboutOne({ behaviours }: Proof): boolean {
  return behaviours.length === 1;
}

function rowsOf(name: OperationName, { behaviours, met }: Proof): Row[] {
  const errors = new Set(met.filter(({ operation }) => operation === name).map(({ exception }) => exception));
  return behaviours
    .filter(({ operation }) => operation === name)
    .map((behaviour) => ({ ...behaviour, errors: [...errors].sort() }));
}

/** Without the word that all of them end with. */
function short(exception: string): string {
  return exception.replace(/Exception$/, '');
}
