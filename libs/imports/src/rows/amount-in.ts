import { isPositive } from '#domain';
import type { Why } from '../cells/reading.ts';
import { readAmount, type AmountRead } from '../cells/sums.ts';
import { isEmpty } from '../cells/text.ts';
import { currencyIn } from '../cells/units.ts';
import type { FieldName } from '../columns/field-names.ts';
import type { Mapped } from '../columns/mapped.ts';
import type { Cell } from '../files/sheet.ts';
import { finding, type FindingCode } from '../judge/findings.ts';
import { addressOf } from './addresses.ts';
import { keep, note, type Making } from './making.ts';
import { frameworkOf } from './meanings.ts';
import { isOfOneProject } from './name-block.ts';
import { inCurrencyOf, type RowMoney } from './row-money.ts';

const COUNTED: ReadonlySet<FieldName> = new Set<FieldName>(['contracted', 'amount']); // a doubt in these holds the row

const amountFinding = (field: FieldName, why: Why): FindingCode => {
  if (why === 'error') return 'error-cell';
  if (why === 'negative') return 'amount-negative';
  if (field === 'intendedAmount') return 'not-understood'; // an intention may be a range: 3-5 亿
  if (why === 'words' || why === 'impossible') return 'amount-in-words';
  return COUNTED.has(field) ? 'decides-unclear' : 'not-understood';
};

const store = ({ told }: Making, field: FieldName, { money, typed }: AmountRead, ofRow: RowMoney): void => {
  told.money[field] = inCurrencyOf(ofRow, money);
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
const openAmount = (making: Making, mapped: Column, cell: Cell, amount: AmountRead, ofRow: RowMoney): void => {
  const { field, header } = mapped;
  keep(making, header, cell.text);
  if (COUNTED.has(field)) store(making, field, amount, ofRow);
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

/** A figure, exact or about so much: it is recorded, with what it says beside the number and what makes it doubtful. */
const figureIn = (making: Making, mapped: Mapped, cell: Cell, amount: AmountRead, ofRow: RowMoney): void => {
  const { column, field, header } = mapped;
  const { remark, about } = amount;
  store(making, field, amount, ofRow);
  if (remark !== null || about !== null) keep(making, header, cell.text);
  if (about === 'near' && field !== 'intendedAmount') sayAmount(making, 'amount-about', mapped, cell, amount);
  if (about === 'parts') sayAmount(making, 'amount-in-parts', mapped, cell, amount);
  const doubts = doubtsOf(mapped, cell, amount, ofRow);
  if (isMergedOver(making, mapped, cell)) doubts.push('amount-merged');
  for (const code of doubts) note(making, code, field, column, cell.text);
};

export const amountIn = (making: Making, mapped: Mapped, cell: Cell, ofRow: RowMoney): void => {
  const { column, field, header, unit } = mapped;
  const reading = readAmount(cell, ofRow.unit ?? unit ?? making.around.layout.unit);
  if (reading.is === 'empty') {
    if (!isEmpty(cell)) keep(making, header, cell.text);
  } else if (reading.is === 'not-understood') {
    keep(making, header, cell.text);
    if (reading.why !== 'picture') note(making, amountFinding(field, reading.why), field, column, cell.text);
  } else if (reading.value.about === 'open') openAmount(making, mapped, cell, reading.value, ofRow);
  else if (COUNTED.has(field) || isPositive(reading.value.money)) figureIn(making, mapped, cell, reading.value, ofRow);
  else keep(making, header, cell.text); // none of it
};

/** Whether one contract is merged over the rows of several projects. */
const isMergedOver = ({ around, row }: Making, { field }: Mapped, cell: Cell): boolean =>
  field === 'contracted' &&
  cell.merged !== undefined &&
  (cell.mergedRows ?? 1) > 1 &&
  !isOfOneProject(around.layout, row, cell);

/** Whether a format that scales names another unit than the head. */
const contradictsHead = ({ unit, unitFrom }: Mapped, { doubt }: Cell, { own }: AmountRead): boolean =>
  doubt === 'scaled' && unitFrom === 'header' && own !== null && unit !== null && own.unit !== unit.unit;

/** What makes an amount that was understood doubtful. */
const doubtsOf = (mapped: Mapped, cell: Cell, amount: AmountRead, ofRow: RowMoney): FindingCode[] => {
  const { own, remark, money } = amount;
  const namesUnit = own !== null || ofRow.currency !== null || ofRow.unit !== null;
  const doubts: FindingCode[] = [];
  if (remark !== null && namesOther(remark, money.currency)) doubts.push('second-amount');
  if (contradictsHead(mapped, cell, amount)) doubts.push('unit-contradicts');
  if (mapped.noted !== undefined && !namesUnit) doubts.push('note-contradicts');
  if (mapped.units.length > 1 && !namesUnit) doubts.push('two-units');
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
