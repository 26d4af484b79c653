import {
  CLOCK_WORDS,
  COLOUR_WORDS,
  inUnit,
  LAND_MODE_WORDS,
  PHASE_WORDS,
  type ClockName,
  type IsoDate,
  type LandMode,
  type Money,
  type Phase,
  type Sentence,
} from '#domain';
import type { ListRow } from '#projections';
import type { Cell } from '../sheets/cell.ts';
import { withoutContacts } from './without-contacts.ts';

export type Language = 'zh' | 'en';

/** A column of a list in a workbook: its header in the words of bureaus' ledgers, and what it holds of a row. */
export interface ListColumn {
  readonly header: Sentence;
  readonly width: number;
  readonly cell: (row: ListRow, language: Language) => Cell;
}

const column = (zh: string, en: string, width: number, cell: ListColumn['cell']): ListColumn => ({
  header: { zh, en },
  width,
  cell,
});

const day = (on: IsoDate | null): Cell => (on === null ? null : { day: on });
const number = (value: number | null): Cell => (value === null ? null : { number: String(value) });
const wan = (money: Money | null): Cell => (money === null ? null : { number: inUnit(money, '万元') });
const free = (text: string | null): Cell => (text === null ? null : withoutContacts(text));
const worded = (words: Readonly<Record<string, Sentence>>, key: string | null, language: Language): Cell =>
  key === null ? null : (words[key]?.[language] ?? key);

const clocks = (names: readonly string[], language: Language): string =>
  names.map((name) => CLOCK_WORDS[name as ClockName][language]).join(language === 'zh' ? '、' : ', ');

/** Every column that a list can have, in the order of a full ledger. */
// prettier-ignore
export const LIST_COLUMNS = {
  colour: column('状态颜色', 'Colour', 9, ({ colour }, lang) => worded(COLOUR_WORDS, colour, lang)),
  code: column('项目编号', 'Project number', 14, ({ code }) => code),
  name: column('项目名称', 'Project', 36, ({ name }) => name),
  investor: column('投资方', 'Investor', 30, ({ investor }) => investor),
  region: column('落地区域', 'Region', 12, ({ region }) => region),
  unit: column('责任单位', 'Responsible unit', 16, ({ unit }) => unit?.name ?? null),
  responsible: column('包保领导', 'Responsible leader', 12, ({ responsible }) => responsible),
  steward: column('项目管家', 'Steward', 12, ({ steward }) => steward),
  phase: column('阶段', 'Phase', 10, ({ phase }, lang) => worded(PHASE_WORDS, phase as Phase, lang)),
  registeredOn: column('登记日期', 'Registered on', 12, ({ registeredOn }) => day(registeredOn)),
  openedOn: column('洽谈启动日期', 'Negotiation opened on', 13, ({ openedOn }) => day(openedOn)),
  agreement: column('协议性质', 'Kind of agreement', 12, ({ framework, signedOn }, lang) =>
    signedOn !== null ? { zh: '正式合同', en: 'Contract' }[lang] : framework ? { zh: '框架协议', en: 'Framework' }[lang] : null),
  contractNo: column('合同编号', 'Contract number', 18, ({ contractNo }) => contractNo),
  signedOn: column('签约日期', 'Signed on', 12, ({ signedOn }) => day(signedOn)),
  contracted: column('合同投资额（万元）', 'Contracted (10,000)', 16, ({ contracted }) => wan(contracted)),
  currency: column('币种', 'Currency', 8, ({ contracted }) => contracted?.currency ?? null),
  arrived: column('到位资金（万元）', 'Funds arrived (CNY 10,000)', 16, ({ arrived }) => wan(arrived)),
  landMode: column('供地方式', 'Land', 10, ({ landMode }, lang) => worded(LAND_MODE_WORDS, landMode as LandMode | null, lang)),
  agreedStart: column('约定开工日期', 'Agreed start', 13, ({ agreedStart }) => day(agreedStart)),
  startedOn: column('开工日期', 'Started on', 12, ({ startedOn }) => day(startedOn)),
  enteredOn: column('入库日期', 'Entered on', 12, ({ enteredOn }) => day(enteredOn)),
  endedOn: column('终止日期', 'Ended on', 12, ({ endedOn }) => day(endedOn)),
  ageMonths: column('已历时（月）', 'Age (months)', 10, ({ ageMonths }) => number(ageMonths)),
  clock: column('主要时限', 'Deciding clock', 14, ({ clock }, lang) => worded(CLOCK_WORDS, clock, lang)),
  alsoAtWorst: column('同级时限', 'Also at this colour', 18, ({ alsoAtWorst }, lang) => clocks(alsoAtWorst, lang)),
  due: column('到期日', 'Due', 12, ({ due }) => day(due)),
  daysLate: column('逾期天数', 'Days late', 10, ({ daysLate }) => number(daysLate)),
  reason: column('未推进原因', 'Reason', 30, ({ reason }) => free(reason)),
  progressOn: column('进展日期', 'Progress on', 12, ({ progressOn }) => day(progressOn)),
  progress: column('最新进展', 'Latest progress', 40, ({ progress }) => free(progress)),
  nextStep: column('下步打算', 'Next step', 30, ({ nextStep }) => free(nextStep)),
  nextDate: column('下步时间', 'Next date', 12, ({ nextDate }) => day(nextDate)),
  tags: column('标签', 'Tags', 18, ({ tags }) => tags.join('、')),
  warnings: column('导入疑点', 'Import warnings', 24, ({ warnings }) => warnings.join(' ')),
} as const satisfies Readonly<Record<string, ListColumn>>;
export type ListColumnName = keyof typeof LIST_COLUMNS;
