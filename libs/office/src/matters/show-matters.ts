import { foldMatter, MATTER_REJECTIONS, offeredTo, Rejected, type AnyMatter, type DomainEvent } from '#domain';
import { may } from '#identity';
import { findMatter, listMatters, type MatterRow } from '#projections';
import type { Asking, Question } from '../ask.ts';
import { kebab } from '../projects/project-commands.ts';
import type { MatterQuery } from './queries.ts';
import { situationOf } from './situation.ts';

interface ShownMatter extends MatterRow {
  readonly allowed: readonly { readonly type: string; readonly path: string }[];
}
export interface MatterPage {
  readonly kind: string;
  readonly rows: readonly MatterRow[];
  readonly next: string | null;
}
interface OneMatter {
  readonly matter: AnyMatter;
  readonly id: string;
}

const find = ({ office, scope }: Asking, { matter, id }: OneMatter): Promise<MatterRow | undefined> =>
  findMatter(office.pool, matter.name, id, scope);

/** Whether a matter lies within what the asker may see. */
export const seesMatter = async (asking: Asking, one: OneMatter): Promise<boolean> => {
  if (asking.scope.all) return true;
  await asking.office.matters.catchUp();
  return (await find(asking, one)) !== undefined;
};

/** Matters of a kind, open ones first, the earliest due first. */
export const showMatters: Question<MatterQuery & { readonly matter: AnyMatter }, MatterPage> = {
  upToDate: ['matters'],
  answer: async ({ office, scope }, { matter, ...asked }) => {
    const { subtree } = await office.organisation.names();
    const { rows, next } = await listMatters(office.pool, {
      kind: matter.name,
      scope,
      open: asked.open === undefined ? undefined : asked.open === 'true',
      units: asked.unit === undefined ? null : (subtree(asked.unit) ?? [asked.unit]),
      project: asked.project,
      state: asked.state,
      level: asked.level,
      person: asked.person,
      dueBefore: asked.overdue === undefined ? undefined : office.today(),
      words: asked.q,
      limit: asked.limit ?? 50,
      after: asked.cursor ?? null,
    });
    return { kind: matter.name, rows, next };
  },
};

/** What the asker may do with a matter: nothing that would be refused to that person whatever the form says. */
const allowedTo = async (asking: Asking, { matter, id }: OneMatter): Promise<readonly string[]> => {
  const history = await asking.office.store.readStream(`${matter.name}-${id}`);
  const known = foldMatter(
    matter,
    history.map(({ event }) => event as DomainEvent),
  );
  const openedBy = history[0]?.meta.actor.user;
  const situation = { ...(await situationOf(asking)), ...(openedBy === undefined ? {} : { openedBy }) };
  return offeredTo(matter, known, situation).filter((type) => may(asking.caller, matter.needs[type]!));
};

/** One matter and what the asker may do with it. Throws 'matter-unknown', also where the asker may not see it. */
export const showMatter: Question<OneMatter, ShownMatter> = {
  upToDate: ['matters'],
  answer: async (asking, one) => {
    const row = await find(asking, one);
    if (row === undefined) throw new Rejected('matter-unknown', MATTER_REJECTIONS['matter-unknown']);
    return {
      ...row,
      allowed: (await allowedTo(asking, one)).map((type) => ({ type, path: kebab(type) })),
    };
  },
};
