import {
  foldMatter,
  lastDayOf,
  MEETING,
  openItems,
  isSchedulingList,
  SCHEDULING_LIST,
  type IsoDate,
  type MeetingEvent,
} from '#domain';
import { listMatters, type ListRow } from '#projections';
import type { Asking } from '../ask.ts';
import { projectList } from '../lists/show-list.ts';
import type { Complete } from './complete.ts';

const MOST_ON_AN_AGENDA = 500;
const MOST_ON_A_LIST = 5_000;
const ROWS_A_PAGE = 500;
const LISTS_LOOKED_BACK = 200;

interface Listed {
  readonly asOf: string;
  readonly position: number;
  readonly rows: readonly ListRow[];
}

/** A list as it stands now for the caller, whole: what is frozen must not depend on a page. */
const listed = async (
  asking: Asking,
  name: string,
  unit: string | undefined,
  most: number,
  day?: IsoDate,
): Promise<Listed> => {
  const rows: ListRow[] = [];
  let first: Listed | null = null;
  for (let cursor: string | undefined; ;) {
    const page = await projectList(asking, name, {
      limit: ROWS_A_PAGE,
      ...(cursor === undefined ? {} : { cursor }),
      ...(unit === undefined ? {} : { unit }),
      ...(day === undefined ? {} : { asOf: day }),
    });
    first ??= page;
    rows.push(...page.rows);
    if (page.next === null || rows.length >= most) return { ...first, rows: rows.slice(0, most) };
    cursor = page.next;
  }
};

const present = <Fields extends Readonly<Record<string, unknown>>>(fields: Fields): Partial<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Partial<Fields>;

/** How a project stands: the colour, and the clock that gives it with its days. */
const standing = ({ colour, clock, daysLate }: ListRow) => present({ colour, clock, daysLate });

/** The projects of the meeting's list, where nobody names the items. */
export const agenda: Complete = async (asking, id, body) => {
  if (body['items'] !== undefined) return body;
  const facts = await asking.office.store.readStream(`${MEETING.name}-${id}`);
  const meeting = foldMatter(
    MEETING,
    facts.map(({ event }) => event as MeetingEvent),
  );
  if (meeting.state === 'none' || meeting.list === null) return body;
  const { asOf, position, rows } = await listed(asking, meeting.list, meeting.unit ?? undefined, MOST_ON_AN_AGENDA);
  const items = rows.map((row) => ({ project: row.id, name: row.name, ...standing(row) }));
  return { ...body, asOf, logPosition: String(position), items };
};

/** What the list of the same unit before this one left open, by project. */
const leftOpen = async ({ office, scope }: Asking, unit: string | undefined) => {
  await office.matters.catchUp();
  const { rows } = await listMatters(office.pool, { kind: SCHEDULING_LIST.name, scope, limit: LISTS_LOOKED_BACK });
  const before = rows
    .flatMap(({ known }) => (isSchedulingList(known) ? [known] : []))
    .filter((one) => (one.unit ?? undefined) === unit)
    .sort((a, b) => (a.month < b.month ? 1 : -1))[0];
  const open = before === undefined ? [] : openItems(before);
  return new Map(open.map((item) => [item.line.project, item]));
};

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** The day of a month's list: today in its own month, the last day of one that is over. A month that is none, or lies ahead, the rules refuse. */
const dayOf = (month: unknown, today: IsoDate): IsoDate => {
  if (typeof month !== 'string' || !MONTH.test(month) || month >= today.slice(0, month.length)) return today;
  return lastDayOf(month);
};

/** The backlog as it stands, and what the list before left open: marked as carried over, also where the project has left the backlog unclosed. */
export const schedulingItems: Complete = async (asking, _id, body) => {
  if (body['items'] !== undefined) return body;
  const unit = typeof body['unit'] === 'string' ? body['unit'] : undefined;
  const carried = await leftOpen(asking, unit);
  const { asOf, position, rows } = await listed(
    asking,
    'signed-not-started',
    unit,
    MOST_ON_A_LIST,
    dayOf(body['month'], asking.office.today()),
  );
  const items = rows.map(({ id, code, name, colour, unit: holder, ...row }) => ({
    project: id,
    code,
    name,
    colour: colour ?? 'green',
    carriedOver: carried.delete(id),
    ...present({
      unit: holder?.name ?? null,
      clock: row.clock,
      daysLate: row.daysLate,
      reason: row.reason,
      responsible: row.responsible,
      nextStep: row.nextStep,
    }),
  }));
  const carriedOver = [...carried.values()].map(({ line }) => ({ ...line, carriedOver: true }));
  return { ...body, asOf, position: String(position), items: [...items, ...carriedOver] };
};
