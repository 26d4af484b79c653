import { isPositive, type Money } from '#domain';
import { ARRIVAL_AMOUNTS, type FieldName } from '../columns/field-names.ts';
import { arrivalKindOf, certifiedOf, originOf } from '../rows/meanings.ts';
import type { Day, LedgerRow } from '../rows/ledger-row.ts';
import { plan, type Planned } from './planned.ts';

/** Amounts of an arrivals row, each in its own currency: the parts where its columns are parts, else the whole. Nothing and zero are no arrival. */
export const amountsOf = ({ money }: LedgerRow): readonly { readonly field: FieldName; readonly money: Money }[] => {
  const told = (Object.keys(ARRIVAL_AMOUNTS) as FieldName[]).flatMap((field) =>
    money[field] !== undefined && isPositive(money[field]) ? [{ field, money: money[field] }] : [],
  );
  const parts = told.filter(({ field }) => field !== 'amount');
  return parts.length > 0 ? parts : told;
};

const RATE = /^\d{1,6}(\.\d{1,8})?$/;

/** The rate of foreign money, where the row tells it whole. */
const foreignOf = ({ text, days }: LedgerRow, money: Money) => {
  const rate = text.rate?.replace(/\s/g, '');
  return money.currency !== 'CNY' && rate !== undefined && RATE.test(rate) && days.rateOn !== undefined
    ? { amount: money, rate, rateOn: days.rateOn.date }
    : undefined;
};

/** The arrivals of one row: each reported, and certified where the sheet says so. `arrival` names the row's arrival within its project. */
export const arrivalsOf = (row: LedgerRow, arrival: string, hasCertified: boolean): readonly Planned[] => {
  const { text, days } = row;
  const day = days.arrivedOn!;
  const certifiedOn: Day = days.certifiedOn !== undefined && days.certifiedOn.date >= day.date ? days.certifiedOn : day;
  return amountsOf(row).flatMap(({ field, money }, index): readonly Planned[] => {
    const name = index === 0 ? arrival : `${arrival}-${index + 1}`.slice(-100);
    const foreign = foreignOf(row, money);
    const fields = {
      arrival: name,
      amount: money,
      foreign,
      kind: arrivalKindOf(text.arrivalKind),
      origin: originOf(text.fundsOrigin) ?? ARRIVAL_AMOUNTS[field] ?? undefined,
      voucher: text.voucher,
      basis: text.voucher,
      note: text.note,
    };
    const reported = plan(row, {
      type: 'ReportArrival',
      day,
      fields,
      field: 'arrivedOn',
      essential: true,
      carries: [
        'arrivedOn',
        field,
        'currency',
        'voucher',
        'note',
        'certified',
        ...carriedWords(row),
        ...(foreign === undefined ? [] : (['rate', 'rateOn'] as const)),
      ],
    });
    if (reported.length === 0 || !certifiedOf(text.certified, hasCertified)) return reported;
    const certified = {
      type: 'CertifyArrival',
      day: certifiedOn,
      fields: { arrival: name },
      field: 'arrivedOn',
      essential: true,
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
