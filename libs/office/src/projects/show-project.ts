import {
  arrivedOf,
  changingOf,
  isVoidable,
  doubtsOf,
  madeOf,
  nextSteps,
  offered,
  type Changing,
  type Doubt,
  type KnownProject,
  type Money,
  type ProjectCommandType,
  type RecordedEvent,
} from '#domain';
import { COMMAND_NEEDS, may, type Caller } from '#identity';
import { explain, historyEntries, type Explanation, type HistoryEntry } from '#projections';
import type { Asking, Question } from '../ask.ts';
import { lookAt } from '../audit/looks.ts';
import { handsOf } from './hands-of.ts';
import { entryShownTo, keptShownTo } from './kept-shown.ts';
import { placedOf } from './folded-project.ts';
import { kebab, OFFERED } from './project-commands.ts';
import type { AsOfQuery, HistoryQuery } from './queries.ts';
import { seenHistory, seenProject } from './seen-project.ts';

interface AllowedCommand {
  readonly type: ProjectCommandType;
  readonly path: string;
}
interface ProjectView {
  readonly id: string;
  readonly version: number;
  readonly position: number;
  readonly asOf: string;
  readonly state: KnownProject;
  readonly arrived: readonly Money[]; // certified and not reversed, one sum a currency
  readonly doubts: readonly Doubt[];
  readonly allowed: readonly AllowedCommand[];
}

type OfProject<Asked> = Asked & { readonly id: string };

/** The commands this caller can give in this phase: from the tables that decide, so that the page offers nothing that would be refused for its phase or role. */
const allowedTo = (caller: Caller, project: KnownProject): readonly AllowedCommand[] => {
  const now = offered(project);
  return OFFERED.filter((type) => now.includes(type) && may(caller, COMMAND_NEEDS[type])).map((type) => ({
    type,
    path: kebab(type),
  }));
};

const isPast = ({ asOf, asKnown }: AsOfQuery): boolean => asOf !== undefined || asKnown !== undefined;

export const showProject: Question<OfProject<AsOfQuery>, ProjectView> = {
  look: (asked) => lookAt('project', asked.id, asked),
  answer: async (asking, asked) => {
    const { at, state, version, position } = await seenProject(asking, asked.id, asked);
    return {
      id: asked.id,
      version,
      position: Number(position),
      asOf: at.day,
      state: { ...state, extra: keptShownTo(asking.caller, state.extra) },
      arrived: arrivedOf(state),
      doubts: doubtsOf(state),
      allowed: isPast(asked) ? [] : allowedTo(asking.caller, state),
    };
  },
};

/** `steps`: what should be done now, the most pressing first, whoever may. */
interface ShownExplanation extends Explanation {
  readonly steps: readonly ProjectCommandType[];
}

/** Why a project has its colour. Throws UnreadableFact. */
export const explainProject: Question<OfProject<AsOfQuery>, ShownExplanation> = {
  look: (asked) => lookAt('project', asked.id, asked),
  answer: async (asking, asked) => {
    const { at, history, state } = await seenHistory(asking, asked.id, asked);
    const rules = await asking.office.rules();
    const explanation = madeOf(() => explain(history, rules, asked.id, at)!); // who is seen is there
    return { ...explanation, steps: nextSteps(state, explanation.clock) };
  },
};

/** A record, and how the asker may correct it: alone, with a second person, or not at all (null, as always where one looks back); and whether it can also be voided. */
interface ShownEntry extends HistoryEntry {
  readonly changing: Changing;
  readonly voidable: boolean;
}

interface ProjectHistory {
  readonly project: { readonly id: string; readonly code: string; readonly name: string };
  readonly events: readonly ShownEntry[];
}

const changingBy = async ({ office, caller }: Asking): Promise<(recorded: RecordedEvent) => Changing> => {
  if (!may(caller, COMMAND_NEEDS.CorrectFact)) return () => null;
  const today = office.today();
  const hands = handsOf(caller, (await office.rules()).policyOn(today).secondPerson);
  return (recorded) => changingOf(placedOf(recorded), hands, today);
};

/** Every record of a project. To look through it is remembered, whatever is asked. */
export const projectHistory: Question<OfProject<HistoryQuery>, ProjectHistory> = {
  look: (asked) => lookAt('history', asked.id, asked),
  answer: async (asking, { id, asKnown }) => {
    const { history, state } = await seenHistory(asking, id, { ...(asKnown === undefined ? {} : { asKnown }) });
    const changing = asKnown === undefined ? await changingBy(asking) : () => null;
    const events = historyEntries(history).map((entry, index) => ({
      ...entryShownTo(asking.caller, entry),
      changing: changing(history[index]!),
      voidable: isVoidable(entry),
    }));
    return { project: { id, code: state.code, name: state.title }, events };
  },
};
