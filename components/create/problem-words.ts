import type { Problem } from './draft';

/** What people may write where the API's own words are a regular expression. */
const patterns: Record<string, string> = {
  flowName: 'At least two characters: a letter or digit first, then letters, digits and _ ! @ # . -',
  description: 'Letters without accents, digits, blanks and _ ! @ # - . ? , only.',
  object: 'No blanks.',
  bucketName: 'No blanks.',
  intermediateBucketName: 'No blanks.',
};

/** What is wrong with a member, for the person who fills it in: "At most 63 characters." */
export function problemInWords({ path, message }: Problem): string {
  const length = /^Member must have length (less|greater) than or equal to (\d+)$/.exec(message);
  if (length) return `At ${length[1] === 'less' ? 'most' : 'least'} ${length[2]} characters.`;
  const value = /^Member must have value (less|greater) than or equal to (\d+)$/.exec(message);
  if (value) return `At ${value[1] === 'less' ? 'most' : 'least'} ${value[2]}.`;
  const words = patterns[String(path.at(-1))];
  return message.includes('regular expression') && words !== undefined ? words : message;
}
