import type { Caller } from '#identity';
import { seenAmong } from '#projections';
import type { Office } from './office.ts';
import { notSeen } from './projects/not-seen.ts';
import { refused } from './refusals.ts';
import { writtenAs } from './seen-by.ts';

/** A project that a command names beside the one it is given to, and in which field. */
interface Mentioned {
  readonly field: string;
  readonly project: string;
}

const FIELDS = ['project', 'absorbed'] as const; // whatever the command: under these names stands a project's id

const mentionedIn = (body: unknown, path: string): readonly Mentioned[] => {
  if (typeof body !== 'object' || body === null) return [];
  const fields = body as Readonly<Record<string, unknown>>;
  const own = FIELDS.flatMap((name) => {
    const project = fields[name];
    return typeof project === 'string' ? [{ field: `${path}${name}`, project }] : [];
  });
  const items = Array.isArray(fields['items']) ? (fields['items'] as readonly unknown[]) : [];
  return [...own, ...items.flatMap((item, index) => mentionedIn(item, `items.${index}.`))];
};

/** Every project that a body names is one that the caller sees today. Throws 'project-unknown', for one that is not there and one that is not seen alike. */
export const admitMentioned = async (office: Office, caller: Caller, body: unknown): Promise<void> => {
  const mentioned = mentionedIn(body, '');
  if (mentioned.length === 0) return;
  await office.projects.catchUp();
  const ids = [...new Set(mentioned.map(({ project }) => project))];
  const seen = await seenAmong(office.pool, await office.visibleTo(caller), ids);
  const foreign = mentioned.find(({ project }) => !seen.has(project));
  if (foreign !== undefined) throw notSeen(foreign.field);
};

const UNITS = {
  RegisterLead: 'unit',
  RecordProject: 'unit',
  ClaimFirstContact: 'unit',
  AssignOwner: 'unit',
  OpenNegotiation: 'owner',
  RecordOutreach: 'unit',
  ConveneMeeting: 'unit',
  IssueSchedulingList: 'unit',
  SetTarget: 'unit',
  ReviseTarget: 'unit',
} as const;

/** Where these name no unit they are the whole bureau's. */
const OF_ALL: readonly string[] = ['ConveneMeeting', 'IssueSchedulingList', 'SetTarget', 'ReviseTarget'];

/** What binds every unit is for who sees them all: months, definitions, boards, and what is issued in nobody's name but the bureau's. Throws 'bureau-beyond-scope'. */
export const admitBureau = ({ scope }: Caller): void => {
  if (scope.kind !== 'all') throw refused('bureau-beyond-scope');
};

/**
 * Nobody acts in another unit's name, nor gives a project to one that has not asked for it: that is a transfer, which the other accepts
 * (libs/domain/README.md, "Responsibility"). Throws 'unit-beyond-scope' and 'bureau-beyond-scope'.
 */
export const admitUnit = async (office: Office, caller: Caller, type: string, command: object): Promise<void> => {
  const field = (UNITS as Readonly<Record<string, string>>)[type];
  const unit = field === undefined ? undefined : (command as Readonly<Record<string, unknown>>)[field];
  if (unit === undefined && OF_ALL.includes(type)) admitBureau(caller);
  if (field === undefined || typeof unit !== 'string') return;
  const scope = await office.visibleTo(caller);
  if (scope.all || scope.units.includes(unit)) return;
  const { tree } = await office.organisation.current();
  const own = caller.unit === null ? [] : [caller.unit, ...writtenAs(tree, [caller.unit])];
  if (!own.includes(unit)) throw refused('unit-beyond-scope', field);
};
