import type { Caller } from '#identity';
import { pastImport, pastImports, projectsOf, type ImportedProject, type PastImport } from '#imports';
import type { Question } from '../ask.ts';
import { refused } from '../refusals.ts';
import type { ImportStatus } from './import-desk.ts';

/** An import tells of projects of any unit: only who sees all of them may import, or see what was imported. Throws 'import-beyond-scope'. */
export const admitImporter = ({ scope }: Caller): void => {
  if (scope.kind !== 'all') throw refused('import-beyond-scope');
};

/** What was found of an import. Throws 'import-unknown' where nothing was. */
export const importKnown = <Found>(found: Found | null): Found => {
  if (found === null) throw refused('import-unknown');
  return found;
};

interface OneImport {
  readonly id: string;
}

/** Imports that were finished, for all who see every project: a second person must find what waits for her. */
export const showPastImports: Question<object, { readonly imports: readonly PastImport[] }> = {
  answer: async ({ office, caller }) => {
    admitImporter(caller);
    return { imports: await pastImports(office.store) };
  },
};

/** What a finished import wrote. */
export const showPastImport: Question<
  OneImport,
  { readonly import: PastImport; readonly projects: readonly ImportedProject[] }
> = {
  answer: async ({ office: { store }, caller }, { id }) => {
    admitImporter(caller);
    return { import: importKnown(await pastImport(store, id)), projects: await projectsOf(store, id) };
  },
};

/** How far an own import is, and what came of it. */
export const showImport: Question<OneImport, ImportStatus> = {
  answer: async ({ office, caller }, { id }) => importKnown(await office.imports.status(caller, id)),
};

/** Where the workbook of the rows that an own import could not take lies. */
export const showImportResult: Question<OneImport, { readonly path: string; readonly name: string }> = {
  answer: async ({ office, caller }, { id }) => importKnown(await office.imports.resultWorkbook(caller, id)),
};
