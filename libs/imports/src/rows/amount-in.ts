import { isPositive } from '#domain';
import type { Why } from '../cells/reading.ts';
import { readAmount, type AmountRead } from '../cells/sums.ts';
import { isEmpty } from '../cells/text.ts';
import { currencyIn, type Unit } from '../cells/units.ts';
import type { FieldName } from '../columns/field-names.ts';
import type { Mapped } from '../columns/mapped.ts';
import type { Cell } from '../files/sheet.ts';
import { finding, type FindingCode } from '../judge/findings.ts';
import { addressOf } from './addresses.ts';
import { keep, note, type Making } from './making.ts';
import { frameworkOf } from './meanings.ts';
import { isOfOneProject } from './name-block.ts';

const COUNTED: ReadonlySet<FieldName> = new Set<FieldName>(['contracted', 'amount']); // a doubt in these holds the row

const amountFinding = (field: FieldName, why: Why): FindingCode => {
  if (why === 'error') return 'error-cell';
  if (why === 'negative') return 'amount-negative';
  if (field === 'intendedAmount') return 'not-understood'; // an intention may be a range: 3-5 亿
  if (why === 'words' || why === 'impossible') return 'amount-in-words';
  return COUNTED.has(field) ? 'decides-unclear' : 'not-understood';
};

const store = ({ told }: Making, field: FieldName, { money, typed }: AmountRead, currency: string | null): void => {
  told.money[field] = currency !== null && money.currency === 'CNY' ? { ...money, currency } : money;
  told.typed[field] = typed;
};

type Column = Pick<Mapped, 'column' | 'field' | 'header'>;

/** Says as what an amount was read that is no exact one. */
const sayAmount = (
  { around: { layout }, row, findings }: Making,
  code: FindingCode,
  { column, field }: Column,
  { text }: Cell,
  { figures }: AmountRead,
): void => {
  const [zh, en] = [figures.join('至'), figures.join(' to ')];
  const more = { zh: `“${text.trim()}”→ ${zh}`, en: `"${text.trim()}" → ${en}.` };
  findings.push(finding(code, field, addressOf(layout, column, row.number), text, more));
};

/** 5亿以上, 5-6亿: no single figure. What a fact stands on waits, with the lower end or the one that stands there as what a person may decide for; anything else is kept as written. */
const openAmount = (making: Making, mapped: Column, cell: Cell, amount: AmountRead, currency: string | null): void => {
  const { field, header } = mapped;
  keep(making, header, cell.text);
  if (COUNTED.has(field)) store(making, field, amount, currency);
  sayAmount(making, COUNTED.has(field) ? 'amount-open' : 'amount-left-open', mapped, cell, amount);
};

/** What is only intended need not wait for its figure: it is left out, and said. */
export const openIntentions = ({ around: { layout }, told, findings }: Making): void => {
  const at = findings.findIndex(({ code, field }) => code === 'amount-open' && field === 'contracted');
  const signed =
    told.days.signedOn !== undefined || findings.some((one) => one.field === 'signedOn' && one.code !== 'no-day-yet');
  if (!signed && told.money.contracted !== undefined && !isPositive(told.money.contracted)) {
    delete told.money.contracted; // nothing is meant yet: 0.00
    delete told.typed.contracted;
  }
  if (at < 0 || (layout.kind === 'projects' && signed && frameworkOf(told.text.agreementKind) === null)) return;
  const { cell, read } = findings[at]!;
  const figures = { zh: `“${read}”`, en: `"${read}".` };
  findings[at] = finding('amount-left-open', 'contracted', cell, read, figures);
  delete told.money.contracted;
  delete told.typed.contracted;
};

export const amountIn = (
  making: Making,
  mapped: Mapped,
  cell: Cell,
  rowUnit: Unit | null,
  currency: string | null,
): void => {
  const { layout } = making.around;
  const { column, field, header, unit } = mapped;
  const reading = readAmount(cell, rowUnit ?? unit ?? layout.unit);
  if (reading.is === 'empty') {
    if (!isEmpty(cell)) keep(making, header, cell.text);
    return;
  }
  if (reading.is === 'not-understood') {
    keep(making, header, cell.text);
    if (reading.why !== 'picture') note(making, amountFinding(field, reading.why), field, column, cell.text);
    return;
  }
  if (reading.value.about === 'open') {
    openAmount(making, mapped, cell, reading.value, currency);
    return;
  }
  if (!COUNTED.has(field) && !isPositive(reading.value.money)) {
    keep(making, header, cell.text); // none of it
    return;
  }
  store(making, field, reading.value, currency);
  const { remark, about } = reading.value;
  if (remark !== null || about !== null) keep(making, header, cell.text); // what it says beside the number
  if (about === 'near' && field !== 'intendedAmount') sayAmount(making, 'amount-about', mapped, cell, reading.value);
  const namesUnit = currency !== null || rowUnit !== null;
  if (about === 'parts') sayAmount(making, 'amount-in-parts', mapped, cell, reading.value);
  const doubts = doubtsOf(mapped, cell, reading.value, namesUnit);
  if (isMergedOver(making, mapped, cell)) doubts.push('amount-merged');
  for (const code of doubts) note(making, code, field, column, cell.text);
};

/** Whether one contract is merged over the rows of several projects. */
const isMergedOver = ({ around, row }: Making, { field }: Mapped, cell: Cell): boolean =>
  field === 'contracted' &&
  cell.merged !== undefined &&
  (cell.mergedRows ?? 1) > 1 &&
  !isOfOneProject(around.layout, row, cell);

/** What makes an amount that was understood doubtful. `namesUnit`: its row does. */
const doubtsOf = (
  { unit, unitFrom, units, noted }: Mapped,
  { doubt }: Cell,
  { own, remark, money }: AmountRead,
  namesUnit: boolean,
): FindingCode[] => {
  const doubts: FindingCode[] = [];
  if (remark !== null && namesOther(remark, money.currency)) doubts.push('second-amount');
  const otherUnit = own !== null && unit !== null && own.unit !== unit.unit;
  if (doubt === 'scaled' && otherUnit && unitFrom === 'header') doubts.push('unit-contradicts');
  if (noted !== undefined && own === null && !namesUnit) doubts.push('note-contradicts');
  if (units.length > 1 && own === null && !namesUnit) doubts.push('two-units');
  return doubts;
};

/** An amount beside the one that is recorded, in another currency: perhaps the same money, perhaps more of it. */
export const secondAmount = (making: Making, { column, field }: Pick<Mapped, 'column' | 'field'>, cell: Cell): void => {
  note(making, 'second-amount', field, column, cell.text);
};

/** Whether a remark behind an amount tells one in another currency: 5.7亿元(外资3000万美元). */
const namesOther = (remark: string, currency: string): boolean => {
  const named = currencyIn(remark);
  return named !== null && named !== currency && /\d/.test(remark);
};
