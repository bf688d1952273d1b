import { resolve } from 'node:path';

/** Runs a command; what a person can mend is told in a sentence, with exit code 1, and anything else with its stack. */
export async function tellMistakes(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (!(error instanceof Error && /^(Database\w+|Settings|Transfer)Error$/.test(error.name))) {
      throw error;
    }
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** A path that the user gave, which counts from where they called npm: it runs us in the repository's root. */
export function userPath(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}
