import type { IsoDate } from '../dates.ts';
import type { MatterLine, NoMatter } from '../matter.ts';
import { distinct, personOf } from '../person.ts';
import type { SchedulingEvent, SchedulingLine } from './events.ts';

/** An item of the list: the frozen line, and what was done with it since. */
interface SchedulingItem {
  readonly line: SchedulingLine; // as issued: never changed
  readonly notes: readonly { readonly on: IsoDate; readonly by: string; readonly nextStep: string }[];
  readonly closedOff: {
    readonly on: IsoDate;
    readonly by: string;
    readonly basis: string;
    readonly text: string;
  } | null;
}

/** The monthly scheduling list 项目调度清单 as its facts make it. What is open at its close is carried over by the next month's list. */
export interface SchedulingList {
  readonly state: 'issued' | 'closed';
  readonly month: string; // YYYY-MM
  readonly unit: string | null; // null: the whole bureau
  readonly number: string;
  readonly issuedOn: IsoDate;
  readonly asOf: IsoDate;
  readonly position: string;
  readonly items: readonly SchedulingItem[];
  readonly closedOn: IsoDate | null;
}

/** Whether something that was stored as it is known is a list: what a row of matters holds beside its lines. */
export const isSchedulingList = (stored: object): stored is SchedulingList =>
  'items' in stored && Array.isArray(stored.items) && 'month' in stored && typeof stored.month === 'string';

const known = (list: SchedulingList | NoMatter): SchedulingList => {
  if (list.state === 'none') throw new Error('a scheduling list begins with SchedulingListIssued');
  return list;
};

const withItem = (
  before: SchedulingList | NoMatter,
  project: string,
  change: (item: SchedulingItem) => Partial<SchedulingItem>,
): SchedulingList => {
  const list = known(before);
  return {
    ...list,
    items: list.items.map((item) => (item.line.project === project ? { ...item, ...change(item) } : item)),
  };
};

export const evolveSchedulingList = (
  before: SchedulingList | NoMatter,
  { type, occurredOn: on, data }: SchedulingEvent,
): SchedulingList | NoMatter => {
  switch (type) {
    case 'SchedulingListIssued':
      return {
        state: 'issued',
        month: data.month,
        unit: data.unit ?? null,
        number: data.number,
        issuedOn: on,
        asOf: data.asOf,
        position: data.position,
        items: data.items.map((line) => ({ line, notes: [], closedOff: null })),
        closedOn: null,
      };
    case 'SchedulingItemClosedOff':
      return withItem(before, data.project, () => ({
        closedOff: { on, by: data.by, basis: data.basis, text: data.text },
      }));
    case 'SchedulingItemNoted':
      return withItem(before, data.project, ({ notes }) => ({
        notes: [...notes, { on, by: data.by, nextStep: data.nextStep }],
      }));
    case 'SchedulingListClosed':
      return { ...known(before), state: 'closed', closedOn: on };
  }
};

/** What the next month's list carries over. */
export const openItems = ({ items }: SchedulingList): readonly SchedulingItem[] =>
  items.filter(({ closedOff }) => closedOff === null);

/** The step that is in force: as noted last, else as issued. */
export const nextStepOf = ({ line, notes }: SchedulingItem): string | null =>
  notes.at(-1)?.nextStep ?? line.nextStep ?? null;

/** The title counts what is not closed off yet; the people are the responsible leaders of those. */
export const schedulingLine = (list: SchedulingList): MatterLine => {
  const open = openItems(list);
  return {
    number: list.number,
    title: {
      zh: `${list.month} 项目调度清单（未销号 ${open.length} / 共 ${list.items.length}）`,
      en: `Scheduling list of ${list.month} (${open.length} of ${list.items.length} still open)`,
    },
    project: null,
    unit: list.unit,
    people: distinct(open.flatMap(({ line }) => (line.responsible === undefined ? [] : [personOf(line.responsible)]))),
    state: list.state,
    open: list.state === 'issued',
    due: null,
    level: null,
  };
};
