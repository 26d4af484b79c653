import { appendFileSync, existsSync } from 'node:fs';

/** Counts and names at the end of the run what was not run. */
export const leaveOut = (line: string): void => {
  if (process.env['LUODI_LEFT_OUT']) appendFileSync(process.env['LUODI_LEFT_OUT'], `${line}\n`);
  process.stderr.write(`NOT RUN: ${line}\n`);
};

/** Where a machine lacks what a test needs, the test is counted and named at the end of the run, never silently green. */
export const needs = (what: { readonly name: string; readonly file: string }): typeof describe => {
  if (existsSync(what.file)) return describe;
  leaveOut(`${what.name}: ${what.file} is missing`);
  return describe.skip as typeof describe;
};
