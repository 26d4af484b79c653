import type { IsoDate } from '../dates.ts';
import type { Evidence } from '../event.ts';
import type { MatterLine, NoMatter } from '../matter.ts';
import { distinct, personOf } from '../person.ts';
import { w } from '../words/sentence.ts';
import type { ChecklistEvent } from './events.ts';

/** An item that no event can tell: reported with a paper, verified by somebody else. */
export interface AddedItem {
  readonly key: string; // unique within the project
  readonly state: 'open' | 'reported' | 'verified';
  readonly text: string;
  readonly due: IsoDate | null;
  readonly owner: string | null;
  readonly addedOn: IsoDate;
  readonly report: {
    readonly on: IsoDate;
    readonly by: string;
    readonly text: string;
    readonly evidence: readonly Evidence[];
  } | null; // the last one, also where it was not accepted
  readonly verification: {
    readonly on: IsoDate;
    readonly by: string;
    readonly accepted: boolean;
    readonly reason: string | null;
    readonly version: number;
  } | null; // `version` of the event in the checklist's stream
}

/** What people added to the checklist of one project 督办清单. `settled`: nothing is left to do or to verify. */
export interface Checklist {
  readonly state: 'open' | 'settled';
  readonly project: string; // id
  readonly projectName: string | null;
  readonly items: readonly AddedItem[]; // as added
  readonly version: number; // of the last event: streams count from 1 without gaps
}

const known = (checklist: Checklist | NoMatter): Checklist => {
  if (checklist.state === 'none') throw new Error('a checklist begins with ChecklistItemAdded');
  return checklist;
};

const having = (checklist: Omit<Checklist, 'state'>, items: readonly AddedItem[]): Checklist => ({
  ...checklist,
  items,
  version: checklist.version + 1,
  state: items.every(({ state }) => state === 'verified') ? 'settled' : 'open',
});

const withItem = (
  before: Checklist | NoMatter,
  key: string,
  change: (version: number) => Partial<AddedItem>,
): Checklist => {
  const checklist = known(before);
  return having(
    checklist,
    checklist.items.map((item) => (item.key === key ? { ...item, ...change(checklist.version + 1) } : item)),
  );
};

export const evolveChecklist = (
  before: Checklist | NoMatter,
  { type, occurredOn: on, data }: ChecklistEvent,
): Checklist | NoMatter => {
  switch (type) {
    case 'ChecklistItemAdded': {
      const { project, projectName, key, text, due, owner } = data;
      const checklist = before.state === 'none' ? { project, projectName: null, items: [], version: 0 } : before;
      const item: AddedItem = {
        key,
        state: 'open',
        text,
        due: due ?? null,
        owner: owner ?? null,
        addedOn: on,
        report: null,
        verification: null,
      };
      return having({ ...checklist, projectName: projectName ?? checklist.projectName }, [...checklist.items, item]);
    }
    case 'ChecklistItemReported':
      return withItem(before, data.key, () => ({
        state: 'reported',
        report: { on, by: data.by, text: data.text, evidence: data.evidence },
        verification: null,
      }));
    case 'ChecklistItemVerified':
      return withItem(before, data.key, (version) => ({
        state: data.accepted ? 'verified' : 'open',
        verification: { on, by: data.by, accepted: data.accepted, reason: data.reason ?? null, version },
      }));
    case 'ChecklistItemRemoved': {
      const checklist = known(before);
      return having(
        checklist,
        checklist.items.filter(({ key }) => key !== data.key),
      );
    }
  }
};

/** Due with the earliest item that nobody has reported yet; its people are the owners of those. */
export const checklistLine = (checklist: Checklist): MatterLine => {
  const left = checklist.items.filter(({ state }) => state === 'open');
  const name = checklist.projectName ?? checklist.project;
  return {
    number: null,
    title: w(`${name} 督办清单`, `Checklist of ${name}`),
    project: checklist.project,
    unit: null,
    people: distinct(left.flatMap(({ owner }) => (owner === null ? [] : [personOf(owner)]))),
    state: checklist.state,
    open: checklist.state === 'open',
    due: left.reduce<IsoDate | null>(
      (first, { due }) => (due !== null && (first === null || due < first) ? due : first),
      null,
    ),
    level: null,
  };
};
