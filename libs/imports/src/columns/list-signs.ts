import { clean } from '../cells/text.ts';
import type { Row } from '../files/sheet.ts';
import type { FieldName, SheetKind } from './field-names.ts';
import type { Header } from './headers.ts';
import type { Mapped, Profiles } from './mapped.ts';
import { mostly } from './values.ts';

/** What the first rows of a list show beside its columns. */
export interface ListSigns {
  readonly counted?: true; // the list counts 1, 2, 3: a line without such a number is perhaps none of it
  readonly unreadDays?: readonly string[]; // heads of columns that hold days, where none is said to be that of signing
}
interface List {
  readonly kind: SheetKind;
  readonly columns: readonly Mapped[];
  readonly headers: readonly Header[];
  readonly profiles: Profiles;
  readonly below: readonly Row[];
}

const SAYS_HOW_FAR: readonly FieldName[] = [
  'signedOn',
  'frameworkOn',
  'openedOn',
  'saidSigned',
  'stage',
  'agreementKind',
  'startOn',
  'landedOn',
];
/** Columns of days of which nobody says what they tell, in a list of projects without a day of signing. */
const daysUnread = ({ kind, columns, headers, profiles }: List): readonly string[] => {
  if (kind !== 'projects' || columns.some(({ field }) => SAYS_HOW_FAR.includes(field))) return [];
  const known = new Set(columns.filter(({ field }) => field !== 'progressOn').map(({ column }) => column));
  return headers
    .filter(({ column }) => {
      const profile = profiles.get(column);
      return !known.has(column) && profile !== undefined && mostly(profile.dated, profile);
    })
    .map(({ text }) => clean(text));
};

/** Whether a list counts its lines, 1, 2, 3. */
const isCounted = ({ columns, below }: List): boolean => {
  const own = columns.find(({ field }) => field === 'sequence')?.column;
  return own !== undefined && below.some(({ cells }) => clean(cells[own]?.text ?? '') === '1');
};

export const listSigns = (list: List): ListSigns => {
  const unreadDays = daysUnread(list);
  return {
    ...(isCounted(list) ? { counted: true } : {}),
    ...(unreadDays.length === 0 ? {} : { unreadDays }),
  };
};
