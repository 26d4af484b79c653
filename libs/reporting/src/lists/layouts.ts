import { OWN_LAYOUTS } from '#domain';
import { LIST_COLUMN_NAMES, type ListColumnName } from './list-columns.ts';

const WHO: readonly ListColumnName[] = ['code', 'name', 'investor', 'region', 'unit', 'responsible'];
const LATE: readonly ListColumnName[] = ['colour', 'clock', 'due', 'daysLate'];
const AHEAD: readonly ListColumnName[] = ['progressOn', 'progress', 'nextStep', 'nextDate'];
const CONTRACT: readonly ListColumnName[] = ['contractNo', 'signedOn', 'contracted', 'currency'];

const BEFORE_SIGNING: readonly ListColumnName[] = [...WHO, 'steward', 'openedOn', ...LATE, ...AHEAD];
const BACKLOG: readonly ListColumnName[] = [
  ...WHO,
  ...CONTRACT,
  'landMode',
  'agreedStart',
  'ageMonths',
  ...LATE,
  'reason',
  ...AHEAD,
];
const AFTER_START: readonly ListColumnName[] = [
  ...WHO,
  ...CONTRACT,
  'arrived',
  'startedOn',
  'enteredOn',
  ...LATE,
  ...AHEAD,
];

/** The columns of each list where nobody asks for others. */
const OWN: Readonly<Record<string, readonly ListColumnName[]>> = {
  leads: [...WHO, 'registeredOn', ...LATE, ...AHEAD],
  negotiation: BEFORE_SIGNING,
  'library-negotiation': BEFORE_SIGNING,
  'signing-next-month': BEFORE_SIGNING,
  'signed-not-started': BACKLOG,
  'library-signed': BACKLOG,
  started: AFTER_START,
  'library-building': AFTER_START,
  'started-not-entered': AFTER_START,
  'entered-without-funds': AFTER_START,
  terminated: [...WHO, ...CONTRACT, 'arrived', 'endedOn', 'reason'],
  'imported-with-warnings': [...WHO, 'phase', ...CONTRACT, 'warnings'],
};
const ANY: readonly ListColumnName[] = [
  ...WHO,
  'phase',
  ...CONTRACT,
  'arrived',
  'agreedStart',
  'startedOn',
  ...LATE,
  ...AHEAD,
];

/** `standard`: what the list is about; `full`: every column, whatever it is. */
export type ProductLayout = (typeof OWN_LAYOUTS)[number];

export const isProductLayout = (name: string): name is ProductLayout => OWN_LAYOUTS.some((one) => one === name);

export const columnsOf = (list: string, layout: ProductLayout): readonly ListColumnName[] =>
  layout === 'full' ? LIST_COLUMN_NAMES : (OWN[list] ?? ANY);
