import { tagKeyProblem, tagValueCharacters } from '@/components/flow/tag-rows';
import type { Path, Problem } from './draft';

/** What people may write where the API's own words are a regular expression. */
const patterns: Record<string, string> = {
  flowName: 'At least two characters: a letter or digit first, then letters, digits and _ ! @ # . -',
  description: 'Letters without accents, digits, blanks and _ ! @ # - . ? , only.',
  object: 'No blanks.',
  bucketName: 'No blanks.',
  intermediateBucketName: 'No blanks.',
  connectorProfileName: 'Letters without accents, digits and _ / ! @ # + = . - only.',
};

/** What is wrong with a member, for the person who fills it in: "At most 63 characters." */
export function problemInWords({ path, message }: Problem): string {
  const length = /^Member must have length (less|greater) than or equal to (\d+)$/.exec(message);
  if (length) return `At ${length[1] === 'less' ? 'most' : 'least'} ${length[2]} characters.`;
  const value = /^Member must have value (less|greater) than or equal to (\d+)$/.exec(message);
  if (value) return `At ${value[1] === 'less' ? 'most' : 'least'} ${value[2]}.`;
  const values = /^Member must satisfy enum value set: \[(.*)\]$/.exec(message);
  if (values) return `One of ${values[1]}.`;
  const words = wordsAt(path);
  const isOfCharacters = message.includes('regular expression') || message === 'Invalid key in record';
  return isOfCharacters && words !== undefined ? words : message;
}

function wordsAt(path: Path): string | undefined {
  const name = String(path.at(-1));
  if (path[0] !== 'tags') return patterns[name];
  return tagKeyProblem({ id: 0, key: name, value: ' ' }, []) ?? tagValueCharacters;
}
