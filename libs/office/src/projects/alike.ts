import { likenessOf, type Likeness } from '#imports';
import { doubtOf, ENDED, isCreditCode, type Doubt } from '#domain';
import type { Asking, Question } from '../ask.ts';
import { searchProjects } from '../lists/show-list.ts';

/** What is known of the project that others are compared with. */
interface AlikeAsked {
  readonly name: string;
  readonly investor?: string;
  readonly nationalCode?: string;
  readonly creditCode?: string; // looked at by itself
  readonly except?: string; // the id of the project itself
}

interface AlikeProject extends Likeness {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly investor: string | null;
  readonly unit: { readonly code: string | null; readonly name: string } | null;
}

interface Alike {
  readonly rows: readonly AlikeProject[];
  readonly doubts: readonly Doubt[];
}

const FOUND = 50; // by each thing that is searched for
const SHOWN = 10;
const BEGINNING = 4; // characters of a name: bureaus begin it with the firm or the place

const found = async (asking: Asking, q: string | undefined) =>
  q === undefined || q.trim().length < 2 ? [] : (await searchProjects.answer(asking, { q, limit: FOUND })).rows;

/** Open projects that may be the same, the surest first, of those that the caller sees (libs/domain/README.md, "Duplicates"). A person decides. */
export const alikeProjects: Question<AlikeAsked, Alike> = {
  answer: async (asking, { name, investor, nationalCode, creditCode, except }) => {
    const sought = [name.slice(0, BEGINNING), investor?.slice(0, BEGINNING), nationalCode];
    const rows = (await Promise.all(sought.map((q) => found(asking, q)))).flat();
    const asked = { name, investor: investor ?? null, nationalCode: nationalCode ?? null };
    const alike = new Map<string, AlikeProject>();
    for (const { id, code, name: title, investor: firm, nationalCode: national, phase, unit } of rows) {
      if (id === except || title === null || ENDED.includes(phase)) continue;
      const likeness = likenessOf(asked, { name: title, investor: firm, nationalCode: national });
      if (likeness !== null) alike.set(id, { id, code, name: title, investor: firm, unit, ...likeness });
    }
    const surest = [...alike.values()].sort((a, b) => a.level - b.level || b.similarity - a.similarity);
    const doubts = creditCode === undefined || isCreditCode(creditCode) ? [] : [doubtOf('credit-code-check')];
    return { rows: surest.slice(0, SHOWN), doubts };
  },
};
