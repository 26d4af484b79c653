import type { Caller, VisibleProjects } from '#identity';
import type { LookedAt } from './audit/looks.ts';
import type { Office } from './office.ts';

/** Who asks, and what that person may see: found out once a question. */
export interface Asking {
  readonly office: Office;
  readonly caller: Caller;
  readonly scope: VisibleProjects;
}

/** What somebody may ask the office. */
export interface Question<Asked, Answer> {
  /** The read models that must have caught up with the log before it is answered. */
  readonly upToDate?: readonly ('projects' | 'matters' | 'reminders')[];
  readonly answer: (asking: Asking, asked: Asked) => Promise<Answer>;
  /** What of it is remembered as a look (libs/audit/README.md, "Looks"); null: nothing. */
  readonly look?: (asked: Asked, caller: Caller) => LookedAt | null;
}

export const askingOf = async (office: Office, caller: Caller): Promise<Asking> => ({
  office,
  caller,
  scope: await office.visibleTo(caller),
});

/** The one way in for questions: it knows scope, catch-up and the memory of looks. A look is written before the answer is given; where the log cannot take it now, it follows. */
export const ask = async <Asked, Answer>(
  office: Office,
  caller: Caller,
  { upToDate = [], answer, look }: Question<Asked, Answer>,
  asked: Asked,
): Promise<Answer> => {
  await Promise.all(upToDate.map((model) => office[model].catchUp()));
  const answered = await answer(await askingOf(office, caller), asked);
  const looked = look?.(asked, caller) ?? null;
  if (looked !== null) await office.looks.record(caller, looked);
  return answered;
};

/** A question that is answered from who asks and what is asked: what answers it knows its own scope and catch-up, and nothing is remembered of it. */
export const questionOf = <Asked, Answer>(
  answer: (office: Office, caller: Caller, asked: Asked) => Promise<Answer>,
): Question<Asked, Answer> => ({ answer: ({ office, caller }, asked) => answer(office, caller, asked) });
