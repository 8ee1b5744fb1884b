import { nextTask } from './room.js';

/** Returns the warnings in the console while `run` runs. */
export async function collectWarnings(run: () => unknown): Promise<string[]> {
  const { warn } = console;
  const warnings: string[] = [];
  console.warn = (text: string) => warnings.push(text);
  try {
    await run();
    await nextTask();
  } finally {
    console.warn = warn;
  }
  return warnings;
}
