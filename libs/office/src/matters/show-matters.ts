import { foldMatter, ifReadable, MATTER_REJECTIONS, offeredTo, Rejected, type AnyMatter } from '#domain';
import { may } from '#identity';
import { findMatter, listMatters, listMattersThen, type AsOf, type MatterRow } from '#projections';
import type { Asking, Question } from '../ask.ts';
import { instantPosition } from '../projects/instant.ts';
import { kebab } from '../projects/project-commands.ts';
import type { AsOfQuery } from '../projects/queries.ts';
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

/** The time at which matters are looked at; null: now. */
const thenOf = async ({ office }: Asking, { asOf, asKnown }: AsOfQuery): Promise<AsOf | null> =>
  asOf === undefined && asKnown === undefined
    ? null
    : { day: asOf ?? office.today(), position: await instantPosition(office.store, asKnown) };

const find = ({ office, scope }: Asking, { matter, id }: OneMatter): Promise<MatterRow | undefined> =>
  findMatter(office.pool, matter.name, id, scope);

const findThen = async (
  { office, scope }: Asking,
  { matter, id }: OneMatter,
  then: AsOf,
): Promise<MatterRow | undefined> =>
  (await listMattersThen(office.pool, office.store, { kind: matter.name, id, scope, limit: 1 }, then)).rows[0];

/** Whether a matter lies within what the asker may see. */
export const seesMatter = async (asking: Asking, one: OneMatter): Promise<boolean> => {
  if (asking.scope.all) return true;
  await asking.office.matters.catchUp();
  return (await find(asking, one)) !== undefined;
};

/** Matters of a kind, open ones first, the earliest due first. */
export const showMatters: Question<MatterQuery & { readonly matter: AnyMatter }, MatterPage> = {
  upToDate: ['matters'],
  answer: async (asking, { matter, ...asked }) => {
    const { office, scope } = asking;
    const { subtree } = await office.organisation.names();
    const then = await thenOf(asking, asked);
    const question = {
      kind: matter.name,
      scope,
      open: asked.open === undefined ? undefined : asked.open === 'true',
      units: asked.unit === undefined ? null : (subtree(asked.unit) ?? [asked.unit]),
      project: asked.project,
      state: asked.state,
      level: asked.level,
      person: asked.person,
      dueBefore: asked.overdue === undefined ? undefined : (then?.day ?? office.today()),
      words: asked.q,
      limit: asked.limit ?? 50,
      after: asked.cursor ?? null,
    };
    const { rows, next } =
      then === null
        ? await listMatters(office.pool, question)
        : await listMattersThen(office.pool, office.store, question, then);
    return { kind: matter.name, rows, next };
  },
};

/** What the asker may do with a matter: nothing that would be refused to that person whatever the form says. */
const allowedTo = async (asking: Asking, { matter, id }: OneMatter): Promise<readonly string[]> => {
  const history = await asking.office.store.readStream(`${matter.name}-${id}`);
  const facts = history.map(({ event }) => event);
  const known = ifReadable(() => foldMatter(matter, facts));
  if (known === null) return []; // it is set aside, and its last row stands
  const openedBy = history[0]?.meta.actor.user;
  const situation = { ...(await situationOf(asking)), ...(openedBy === undefined ? {} : { openedBy }) };
  return offeredTo(matter, known, situation).filter((type) => may(asking.caller, matter.needs[type]!));
};

/** One matter as it stands, or stood, and what the asker may do with it now. Throws 'matter-unknown', also where the asker may not see it. */
export const showMatter: Question<OneMatter & AsOfQuery, ShownMatter> = {
  upToDate: ['matters'],
  answer: async (asking, one) => {
    const then = await thenOf(asking, one);
    const row = then === null ? await find(asking, one) : await findThen(asking, one, then);
    if (row === undefined) throw new Rejected('matter-unknown', MATTER_REJECTIONS['matter-unknown']);
    return {
      ...row,
      allowed: then === null ? (await allowedTo(asking, one)).map((type) => ({ type, path: kebab(type) })) : [],
    };
  },
};
