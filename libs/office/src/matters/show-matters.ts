import { MATTER_REJECTIONS, offeredFor, Rejected, type AnyMatter } from '#domain';
import { may, matterNeeds, type Caller } from '#identity';
import { findMatter, listMatters, type MatterRow } from '#projections';
import type { Office } from '../office.ts';
import { kebab } from '../projects/project-commands.ts';
import type { MatterQuery } from './queries.ts';

export interface ShownMatter extends MatterRow {
  readonly allowed: readonly { readonly type: string; readonly path: string }[];
}
export interface MatterPage {
  readonly kind: string;
  readonly rows: readonly MatterRow[];
  readonly next: string | null;
}

const find = async (office: Office, caller: Caller, matter: AnyMatter, id: string): Promise<MatterRow | undefined> =>
  findMatter(office.pool, matter.name, id, await office.visibleTo(caller));

/** Whether a matter lies within what the caller may see. */
export const seesMatter = async (office: Office, caller: Caller, matter: AnyMatter, id: string): Promise<boolean> => {
  if ((await office.visibleTo(caller)).all) return true;
  await office.matters.catchUp();
  return (await find(office, caller, matter, id)) !== undefined;
};

/** Matters of a kind, open ones first, the earliest due first. */
export const mattersOf = async (
  office: Office,
  caller: Caller,
  matter: AnyMatter,
  asked: MatterQuery,
): Promise<MatterPage> => {
  await office.matters.catchUp();
  const { subtree } = await office.organisation.names();
  const { rows, next } = await listMatters(office.pool, {
    kind: matter.name,
    scope: await office.visibleTo(caller),
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
};

/** One matter and what the caller may do with it. Throws 'matter-unknown', also where the caller may not see it. */
export const showMatter = async (
  office: Office,
  caller: Caller,
  matter: AnyMatter,
  id: string,
): Promise<ShownMatter> => {
  await office.matters.catchUp();
  const row = await find(office, caller, matter, id);
  if (row === undefined) throw new Rejected('matter-unknown', MATTER_REJECTIONS['matter-unknown']);
  return {
    ...row,
    allowed: offeredFor(matter, row.state)
      .filter((type) => may(caller, matterNeeds(type)))
      .map((type) => ({ type, path: kebab(type) })),
  };
};
