import type { Sentence } from '#domain';
import type { FieldName } from './list-fields.ts';
import type { Condition } from './list-filter.ts';

/** A named list: a filter over the projects as they were on a day (libs/domain/README.md, "Lists"). */
export interface ListDefinition {
  readonly name: string;
  readonly title: Sentence;
  readonly where: readonly Condition[];
  readonly age: 'registeredOn' | 'openedOn' | 'signedOn' | 'startedOn' | 'enteredOn' | 'endedOn'; // from when the age in months is counted
  readonly own: readonly FieldName[]; // its own columns, behind those that stand first in every list
}

/** What decides stands first: the colour, which project, where it is stuck, and what comes next. */
const FIRST: readonly FieldName[] = ['colour', 'name', 'clock', 'nextStep'];

/** The columns that a list shows to who has not chosen others: on the page and in its export. */
export const columnsOf = ({ own }: Pick<ListDefinition, 'own'>): readonly FieldName[] => [...FIRST, ...own];

/** Signed, whatever came of it; what was merged into another is that one. */
const ONCE_SIGNED = ['signing', 'start', 'funding', 'production', 'completed', 'terminated'] as const;
const LIVE_AFTER_START = ['start', 'funding', 'production'] as const;
const BEFORE_SIGNING: readonly FieldName[] = ['openedOn', 'progressOn', 'investor', 'responsible', 'unit', 'region'];
const SIGNED: readonly FieldName[] = [
  'signedOn',
  'ageMonths',
  'agreedStart',
  'contracted',
  'responsible',
  'unit',
  'region',
];
const AFTER_START: readonly FieldName[] = [
  'startedOn',
  'contracted',
  'arrived',
  'rate',
  'enteredOn',
  'unit',
  'responsible',
  'region',
];
const OVERDUE: readonly FieldName[] = ['ageMonths', 'contracted', 'unit', 'responsible', 'region'];
const ANY: readonly FieldName[] = ['phase', 'signedOn', 'contracted', 'responsible', 'unit', 'region'];

/** 签约库 and 在建库 hold what counts for escalated scheduling at the city: fixed assets of 5亿元 or more are marked, not filtered, so that nothing falls out. */
// prettier-ignore
export const LISTS: readonly ListDefinition[] = [
  { name: 'leads', title: { zh: '线索', en: 'Leads' }, age: 'registeredOn', own: ['registeredOn', 'investor', 'unit', 'region'], where: [{ field: 'phase', is: 'lead' }] },
  { name: 'negotiation', title: { zh: '在谈', en: 'In negotiation' }, age: 'openedOn', own: BEFORE_SIGNING, where: [{ field: 'phase', is: 'negotiation' }] },
  {
    name: 'signed', title: { zh: '签约', en: 'Signed' }, age: 'signedOn', own: ['signedOn', 'phase', 'contracted', 'arrived', 'responsible', 'unit', 'region'],
    where: [{ field: 'signedOn', known: true }, { field: 'counts', is: true }, { field: 'phase', is: ONCE_SIGNED }],
  },
  { name: 'started', title: { zh: '开工', en: 'Started' }, age: 'startedOn', own: AFTER_START, where: [{ field: 'startedOn', known: true }, { field: 'signedOn', known: true }, { field: 'phase', is: ONCE_SIGNED }] },
  {
    name: 'signing-next-month', title: { zh: '下月拟签约', en: 'To be signed next month' }, age: 'openedOn', own: BEFORE_SIGNING,
    where: [{ field: 'phase', is: ['lead', 'negotiation'] }, { plannedSigning: 'next-month' }],
  },
  { name: 'city-coordination', title: { zh: '市级协调解决问题', en: 'For the city to settle' }, age: 'registeredOn', own: ANY, where: [{ field: 'tags', is: ['市级协调'] }] },
  { name: 'signed-not-started', title: { zh: '签约未开工', en: 'Signed, not started' }, age: 'signedOn', own: SIGNED, where: [{ field: 'phase', is: 'signing' }] },
  { name: 'library-negotiation', title: { zh: '在谈库', en: 'Negotiation library' }, age: 'openedOn', own: BEFORE_SIGNING, where: [{ field: 'phase', is: 'negotiation' }] },
  { name: 'library-signed', title: { zh: '签约库', en: 'Signed library' }, age: 'signedOn', own: SIGNED, where: [{ field: 'phase', is: 'signing' }] },
  { name: 'library-building', title: { zh: '在建库', en: 'Building library' }, age: 'startedOn', own: AFTER_START, where: [{ field: 'phase', is: ['start', 'funding'] }] },
  {
    name: 'started-not-entered', title: { zh: '开工未入库', en: 'Started, not entered' }, age: 'startedOn', own: ['startedOn', ...OVERDUE],
    where: [{ field: 'phase', is: LIVE_AFTER_START }, { field: 'enteredOn', known: false }],
  },
  {
    name: 'entered-without-funds', title: { zh: '入库无资金', en: 'Entered, without funds' }, age: 'enteredOn', own: ['enteredOn', ...OVERDUE],
    where: [{ field: 'phase', is: LIVE_AFTER_START }, { field: 'enteredOn', known: true }, { field: 'fundsOn', known: false }],
  },
  { name: 'terminated', title: { zh: '终止投资', en: 'Terminated' }, age: 'endedOn', own: ['endedOn', 'signedOn', 'contracted', 'arrived', 'unit', 'region'], where: [{ field: 'phase', is: 'terminated' }] },
  {
    name: 'stalled', title: { zh: '停滞', en: 'Stalled' }, age: 'registeredOn', own: ANY,
    where: [{ field: 'phase', is: ['lead', 'negotiation', 'signing', 'start', 'funding', 'production'] }, { colour: ['yellow', 'orange', 'red'] }],
  },
  {
    name: 'imported-with-warnings', title: { zh: '导入有疑点', en: 'Imported with warnings' }, age: 'registeredOn', own: ['warnings', 'phase', 'signedOn', 'contracted', 'unit'],
    where: [{ field: 'warnings', known: true }],
  },
];

/** Not a list of the bureau's, but what a leader answers for is taken from it. */
const LIVE: ListDefinition = {
  name: 'live',
  title: { zh: '在办项目', en: 'Live projects' },
  age: 'registeredOn',
  own: ANY,
  where: [{ field: 'phase', is: ['lead', 'negotiation', 'signing', 'start', 'funding', 'production'] }],
};

export const listNamed = (name: string): ListDefinition | null =>
  [...LISTS, LIVE].find((list) => list.name === name) ?? null;
