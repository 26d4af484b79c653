import { madeOf, type IsoDate } from '#domain';
import { withContent } from '#projections';
import { pausesOf, type PauseLedger } from '#reminders';
import type { Question } from '../ask.ts';
import { lookAt } from '../audit/looks.ts';
import { seenHistory } from '../projects/seen-project.ts';
import type { PausesQuery } from './bodies.ts';

export interface Pauses {
  readonly asOf: IsoDate;
  readonly clocks: readonly PauseLedger[];
}

/** The account of each clock's time of a project. Throws 'project-unknown' and UnreadableFact. */
export const projectPauses: Question<PausesQuery & { readonly id: string }, Pauses> = {
  look: (asked) => lookAt('project', asked.id, asked),
  answer: async (asking, { id, asOf = asking.office.today() }) => {
    const { history } = await seenHistory(asking, id, {});
    const rules = await asking.office.rules();
    return { asOf, clocks: madeOf(() => pausesOf(withContent(history), rules, asOf)) };
  },
};
