import { isPositive, type Money, type Origin } from '#domain';
import { ARRIVAL_AMOUNTS, type FieldName } from '../columns/field-names.ts';
import { arrivalKindOf, certifiedOf, originOf } from '../rows/meanings.ts';
import type { Day, LedgerRow, Span } from '../rows/ledger-row.ts';
import { plan, type Planned } from './planned.ts';

/** Money that a row tells of, and the day on which it came: that of the row, or the month of its column. */
export interface Arrived {
  readonly field: FieldName;
  readonly money: Money;
  readonly day: Day | undefined;
  readonly span?: Span; // where a column tells what came within it
  readonly origin: Origin | undefined;
}

/** Amounts of a row that tells a day of arrival, each in its own currency and of its own boundary. Nothing and zero are no arrival. */
const ofRow = ({ money, days, kind }: LedgerRow): readonly Arrived[] =>
  kind !== 'arrivals' && (kind !== 'projects' || days.arrivedOn === undefined)
    ? []
    : (Object.keys(ARRIVAL_AMOUNTS) as FieldName[]).flatMap((field): readonly Arrived[] =>
        money[field] !== undefined && isPositive(money[field])
          ? [{ field, money: money[field], day: days.arrivedOn, origin: ARRIVAL_AMOUNTS[field] ?? undefined }]
          : [],
      );

/** All money that a row says has arrived, on its day and month by month. */
export const arrivedIn = (row: LedgerRow): readonly Arrived[] => [
  ...ofRow(row),
  ...row.months.map(({ money, day, span, origin }) => ({
    field: 'arrivedInMonth' as const,
    money,
    day,
    ...(span === undefined ? {} : { span }),
    origin: origin ?? undefined,
  })),
];

const RATE = /^\d{1,6}(\.\d{1,8})?$/;

/** The rate of foreign money, where the row tells it whole. */
const foreignOf = ({ text, days }: LedgerRow, money: Money) => {
  const rate = text.rate?.replace(/\s/g, '');
  return money.currency !== 'CNY' && rate !== undefined && RATE.test(rate) && days.rateOn !== undefined
    ? { amount: money, rate, rateOn: days.rateOn.date }
    : undefined;
};

/** What a row of a list of arrivals says beside the money. */
const detailsOf = (row: LedgerRow) => {
  const { text } = row;
  if (row.kind !== 'arrivals') return {};
  return { voucher: text.voucher, basis: text.voucher, note: text.note };
};

/** The arrivals of one row: each reported, and certified where the sheet says so, or says nothing of it. `nameOf` names an arrival within its project. */
export const arrivalsOf = (
  row: LedgerRow,
  nameOf: (row: LedgerRow, arrived: Arrived) => string,
  hasCertified: boolean,
): readonly Planned[] => {
  const { text, days } = row;
  const essential = row.kind === 'arrivals'; // a project stands without its money
  return arrivedIn(row).flatMap((arrived): readonly Planned[] => {
    const { field, money, origin } = arrived;
    const day = arrived.day!;
    const name = nameOf(row, arrived);
    const foreign = foreignOf(row, money);
    const fields = {
      arrival: name,
      amount: money,
      foreign,
      kind: arrivalKindOf(text.arrivalKind),
      origin: originOf(text.fundsOrigin) ?? origin,
      ...detailsOf(row),
    };
    const reported = plan(row, {
      type: 'ReportArrival',
      day,
      fields,
      field: field === 'arrivedInMonth' ? field : 'arrivedOn',
      essential,
      carries: [
        ...(essential ? (['arrivedOn', 'voucher', 'note', 'certified'] as const) : []),
        ...(!essential && field === 'amount' ? (['arrivedOn'] as const) : []),
        field,
        'currency',
        ...carriedWords(row),
        ...(foreign === undefined ? [] : (['rate', 'rateOn'] as const)),
      ],
    });
    if (reported.length === 0 || !certifiedOf(text.certified, hasCertified)) return reported;
    const since = days.certifiedOn;
    const certified = {
      type: 'CertifyArrival',
      day: since !== undefined && since.date >= day.date ? since : day,
      fields: { arrival: name },
      field: field === 'arrivedInMonth' ? field : 'arrivedOn',
      essential,
      carries: ['certifiedOn'],
    } as const;
    return [...reported, ...plan(row, certified)];
  });
};

/** Words that become one of our kinds are kept by it; others stay with the row as written. */
const carriedWords = ({ text }: LedgerRow): readonly FieldName[] => [
  ...(arrivalKindOf(text.arrivalKind) === 'other' ? [] : (['arrivalKind'] as const)),
  ...(originOf(text.fundsOrigin) === undefined ? [] : (['fundsOrigin'] as const)),
];
