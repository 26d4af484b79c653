import { foldMatter, MEETING, openItems, SCHEDULING_LIST, type MeetingEvent, type SchedulingList } from '#domain';
import type { Caller } from '#identity';
import { listMatters, type ListRow } from '#projections';
import { orderNumber, serialNumber } from '#reminders';
import { projectList } from '../lists/show-list.ts';
import type { Office } from '../office.ts';
import { projectNamed } from '../projects/project-name.ts';

type Body = Readonly<Record<string, unknown>>;
type Complete = (office: Office, caller: Caller, id: string, body: Body) => Promise<Body>;

const numbered =
  (register: string, word: string): Complete =>
  async ({ store, ...office }, caller, id, body) => {
    if (typeof body['number'] === 'string' && body['number'] !== '') return body;
    const today = office.today();
    const year = today.slice(0, 4);
    return {
      ...body,
      number: orderNumber(
        word,
        year,
        await serialNumber(store, register, year, id, today, { user: caller.user, unit: caller.unit }),
      ),
    };
  };

const named: Complete = async (office, _caller, _id, body) =>
  typeof body['project'] === 'string' && body['projectName'] === undefined
    ? { ...body, projectName: await projectNamed(office, body['project']) }
    : body;

interface Listed {
  readonly asOf: string;
  readonly position: number;
  readonly rows: readonly ListRow[];
}

/** A list as it stands now for the caller, whole: what is frozen must not depend on a page. */
const listed = async (
  office: Office,
  caller: Caller,
  name: string,
  unit: string | undefined,
  most: number,
): Promise<Listed> => {
  const rows: ListRow[] = [];
  let first: Listed | null = null;
  for (let cursor: string | undefined; ;) {
    const page = await projectList(office, caller, name, {
      limit: 500,
      ...(cursor === undefined ? {} : { cursor }),
      ...(unit === undefined ? {} : { unit }),
    });
    first ??= page;
    rows.push(...page.rows);
    if (page.next === null || rows.length >= most) return { ...first, rows: rows.slice(0, most) };
    cursor = page.next;
  }
};

const agenda: Complete = async (office, caller, id, body) => {
  if (body['items'] !== undefined) return body;
  const meeting = foldMatter(
    MEETING,
    (await office.store.readStream(`${MEETING.name}-${id}`)).map(({ event }) => event as MeetingEvent),
  );
  if (meeting.state === 'none' || meeting.list === null) return body;
  const { asOf, position, rows } = await listed(office, caller, meeting.list, meeting.unit ?? undefined, 500);
  return {
    ...body,
    asOf,
    logPosition: String(position),
    items: rows.map(({ id: project, name, colour, clock, daysLate }) => ({
      project,
      name,
      ...(colour === null
        ? {}
        : {
            reason: [colour, clock, daysLate === null ? null : `${daysLate} d`]
              .filter((part) => part !== null)
              .join(' · '),
          }),
    })),
  };
};

/** The backlog as it stands, and what the list before left open: marked as carried over, also where the project has left the backlog unclosed. */
const schedulingItems: Complete = async (office, caller, _id, body) => {
  if (body['items'] !== undefined) return body;
  const unit = typeof body['unit'] === 'string' ? body['unit'] : undefined;
  await office.matters.catchUp();
  const { rows: lists } = await listMatters(office.pool, {
    kind: SCHEDULING_LIST.name,
    scope: await office.visibleTo(caller),
    limit: 200,
  });
  const before = lists
    .map(({ known }) => known as unknown as SchedulingList)
    .filter((one) => (one.unit ?? undefined) === unit)
    .sort((a, b) => (a.month < b.month ? 1 : -1))[0];
  const open = before === undefined ? [] : openItems(before);
  const carried = new Map(open.map((item) => [item.line.project, item]));
  const { asOf, position, rows } = await listed(office, caller, 'signed-not-started', unit, 5_000);
  const items = rows.map((row) => ({
    project: row.id,
    code: row.code,
    name: row.name,
    colour: row.colour ?? 'green',
    carriedOver: carried.delete(row.id),
    ...(row.unit === null ? {} : { unit: row.unit.name }),
    ...(row.clock === null ? {} : { clock: row.clock }),
    ...(row.daysLate === null ? {} : { daysLate: row.daysLate }),
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.responsible === null ? {} : { responsible: row.responsible }),
    ...(row.nextStep === null ? {} : { nextStep: row.nextStep }),
  }));
  return {
    ...body,
    asOf,
    position: String(position),
    items: [...items, ...[...carried.values()].map(({ line }) => ({ ...line, carriedOver: true }))],
  };
};

/** What the product fills in where the asker says nothing: serial numbers, names, frozen lists. */
const COMPLETE: Readonly<Record<string, readonly Complete[]>> = {
  IssueOrder: [
    named,
    async (office, caller, id, body) => {
      const rung =
        body['rung'] === 'interview'
          ? (['interview', '约谈'] as const)
          : body['rung'] === 'accountability'
            ? (['accountability', '问责'] as const)
            : (['supervision', '督办'] as const);
      return numbered(`order-${rung[0]}`, rung[1])(office, caller, id, body);
    },
  ],
  RaiseIssue: [named],
  AddItem: [async (_office, _caller, id, body) => ({ ...body, project: id }), named],
  SetAgenda: [agenda],
  IssueSchedulingList: [schedulingItems, numbered('scheduling-list', '调度')],
};

export const completing = async (
  office: Office,
  caller: Caller,
  type: string,
  id: string,
  body: unknown,
): Promise<unknown> => {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  let full = body as Body;
  for (const step of COMPLETE[type] ?? []) full = await step(office, caller, id, full);
  return full;
};
