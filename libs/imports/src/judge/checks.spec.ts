import type { IsoDate, Money } from '#domain';
import { rowOf } from '../../../../test/imports/row.ts';
import type { LedgerRow } from '../rows/ledger-row.ts';
import {
  amountOf,
  checkEnd,
  checkMagnitude,
  checkProject,
  checkSimilar,
  checkSize,
  checkStart,
  knownOf,
  likeAmount,
  precedes,
  usualOf,
  type OfSheet,
} from './checks.ts';
import { finding } from './findings.ts';
import { numbers } from './numbers.ts';

const on = (date: string, month = false) => ({ date: date as IsoDate, month });
const money = (amount: string, currency = 'CNY'): Money => ({ amount, currency });
const sheet: OfSheet = { regions: false, stage: null, title: '', width: 4, own: 2 };
const said = ({ findings }: LedgerRow): readonly string[] => findings.map(({ code, field }) => `${code} ${field}`);
/** What is found in a row by these checks; it has a name and a party unless told otherwise. */
const found = (told: Partial<LedgerRow>, of: Partial<OfSheet> = {}, regions: readonly string[] | null = null) => {
  const text = { name: '甲项目', investor: '甲公司', ...told.text };
  const row = rowOf({ shown: { name: text.name, investor: text.investor }, ...told, text });
  checkProject(row, regions, { ...sheet, ...of });
  return said(row);
};

describe('a project of a ledger', () => {
  it('has a name, and more than that', () => {
    expect(found({ text: { name: undefined } })).toEqual(['name-missing name']);
    const alone = { text: { investor: undefined }, shown: { name: '甲项目' } };
    expect(found(alone)).toEqual(['only-a-name name']);
    expect(found(alone, { width: 2 })).toEqual(['only-a-name name']);
    expect(found(alone, { width: 2, own: 1 })).toEqual([]);
    const summed = { text: { investor: undefined }, shown: { name: '甲项目', contracted: '5' } };
    expect([found(summed), found(summed, { own: 1 })]).toEqual([['only-a-name name'], []]);
  });
  it('in a list of which the title says that all are signed has a day, unless it is started or a framework', () => {
    expect(found({}, { stage: 'signed', title: '签约项目' })).toEqual([
      'decides-without-day signedOn',
      'amount-missing contracted', // what waits for its day is asked for its amount, too
    ]);
    expect(found({}, { stage: 'started' })).toEqual(['decides-without-day startOn']);
    expect(found({ days: { startOn: on('2024-01-05') } }, { stage: 'started' })).toEqual([]);
    expect(found({ text: { agreementKind: '框架协议' } }, { stage: 'signed' })).toEqual([]);
  });
  it('is doubted where its name is that of a firm and its party is called as a project', () => {
    expect(found({ text: { name: '甲有限公司', investor: '电池生产线项目' } })).toEqual(['names-changed-places name']);
    expect(found({ text: { name: '甲有限公司' } })).toEqual([]);
    expect(found({ text: { investor: '电池生产线项目' } })).toEqual([]);
  });
  it('lies in a region that the bureau keeps, however its name is written', () => {
    expect(found({ text: { region: '东湖区' } }, {}, ['东湖区'])).toEqual([]);
    expect(found({ text: { region: '东湖 区' } }, {}, ['高新区', '东湖区'])).toEqual([]);
    expect(found({ text: { region: '西湖区' } }, {}, ['东湖区'])).toEqual(['region-unknown region']);
    expect(found({ text: { region: '西湖区' } })).toEqual([]);
    expect([found({}, { regions: true }), found({})]).toEqual([['region-missing region'], []]);
  });
  it('is asked for its region once where its cell was not understood', () => {
    const findings = [finding('not-understood', 'region', null, '？')];
    expect(found({ findings }, { regions: true })).toEqual(['not-understood region']);
  });
  it('that money of this month came for tells which month', () => {
    const shown = { name: '甲项目', investor: '甲公司' };
    expect(found({ shown: { ...shown, arrivedThisMonth: '500' } })).toEqual(['period-unknown arrivedThisMonth']);
    expect(found({ shown: { ...shown, arrivedThisMonth: '0.00' } })).toEqual([]);
    expect(found({ shown: { ...shown, arrivedThisMonth: '500' }, money: { amount: money('5000000.00') } })).toEqual([]);
  });
});

describe('a contract', () => {
  const contract = (told: Partial<LedgerRow>) => found({ money: { contracted: money('100.00') }, ...told });
  const signedOn = on('2024-03-05');
  it('has an amount above nothing', () => {
    expect(found({ days: { signedOn } })).toEqual(['amount-missing contracted']);
    expect(found({ days: { signedOn }, money: { contracted: money('0.00') } })).toEqual(['amount-missing contracted']);
    expect(found({ findings: [finding('not-a-date', 'signedOn', null, '？')] })).toEqual([
      'not-a-date signedOn',
      'amount-missing contracted',
    ]);
    expect(found({ days: { signedOn }, findings: [finding('amount-in-words', 'contracted', null, '五')] })).toEqual([
      'amount-in-words contracted',
    ]);
    expect(found({ days: { signedOn }, text: { agreementKind: '意向协议' } })).toEqual([]);
    expect(found({ days: { signedOn }, kind: 'leads' })).toEqual([]);
    expect(contract({ days: { signedOn } })).toEqual([]);
  });
  it('is followed by its start and its end; months decide where one is known to the month', () => {
    const days = (told: LedgerRow['days'], text = {}) => contract({ days: { signedOn, ...told }, text });
    expect(days({ startOn: on('2024-03-04') })).toEqual(['start-before-signing startOn']);
    expect(days({ startOn: signedOn, endedOn: signedOn })).toEqual([]);
    expect(days({ startOn: on('2024-03-01', true) })).toEqual([]);
    expect(days({ startOn: on('2024-02-29', true) })).toEqual(['start-before-signing startOn']);
    expect(days({ signedOn: on('2024-03-31', true), startOn: on('2024-03-01') })).toEqual([]);
    expect(days({ endedOn: on('2024-03-04') })).toEqual(['end-before-signing endedOn']);
    expect(days({ startOn: on('2024-03-04') }, { startException: '会议纪要' })).toEqual([]);
  });
  it('is no less than its fixed assets, where both are in one currency', () => {
    const assets = (fixedAssets: Money) =>
      found({ days: { signedOn }, money: { contracted: money('100.00'), fixedAssets } });
    expect(assets(money('100.01'))).toEqual(['part-above-whole fixedAssets']);
    expect([assets(money('100.00')), assets(money('900.00', 'USD'))]).toEqual([[], []]);
  });
});

describe('a start of which nobody tells the contract', () => {
  const start = (told: Partial<LedgerRow>) => {
    const row = rowOf({ days: { startOn: on('2024-05-01') }, ...told });
    checkStart(row);
    return said(row);
  };
  it('is said, as is what comes after a start', () => {
    expect(start({})).toEqual(['signing-not-told startOn']);
    expect(start({ days: { productionOn: on('2024-05-01') } })).toEqual(['signing-not-told productionOn']);
    expect(start({ days: { landedOn: on('2024-05-01') }, text: { landedKind: '开工' } })).toEqual([
      'signing-not-told landedOn',
    ]);
  });
  it('is not where the row says more, is none of a project, or tells no start', () => {
    expect(start({ days: { startOn: on('2024-05-01'), signedOn: on('2024-03-01') } })).toEqual([]);
    expect(start({ findings: [finding('not-a-date', 'signedOn', null, '？')] })).toEqual(['not-a-date signedOn']);
    expect(start({ kind: 'leads' })).toEqual([]);
    expect(start({ text: { startException: '会议纪要' } })).toEqual([]);
    expect(start({ text: { agreementKind: '框架协议' } })).toEqual([]);
    expect(start({ days: { landedOn: on('2024-05-01') }, text: { landedKind: '注册' } })).toEqual([]);
    expect(start({ days: {}, text: { landedKind: '开工' } })).toEqual([]);
  });
});

it('an end of a project of which nothing but its name is told waits', () => {
  const end = (told: Partial<LedgerRow>) => {
    const row = rowOf({ text: { name: '甲' }, days: { endedOn: on('2024-05-01') }, ...told });
    checkEnd(row);
    return said(row);
  };
  expect(end({})).toEqual(['only-a-name name']);
  expect(end({ kind: 'leads' })).toEqual([]);
  expect(end({ days: {} })).toEqual([]);
  expect(end({ findings: [finding('name-missing', 'name', null, null)] })).toEqual(['name-missing name']);
  for (const text of [{ investor: '甲公司' }, { code: 'A1' }])
    expect(end({ text: { name: '甲', ...text } })).toEqual([]);
  for (const field of ['contracted', 'intendedAmount'] as const)
    expect(end({ money: { [field]: money('1.00') } })).toEqual([]);
  for (const field of ['signedOn', 'openedOn'] as const)
    expect(end({ days: { endedOn: on('2024-05-01'), [field]: on('2024-01-01') } })).toEqual([]);
});

describe('an amount beside the others of its column', () => {
  const list = (...values: number[]) => {
    const all = numbers();
    values.forEach(all.push);
    return all;
  };
  it('is compared with the middle one, of six at least', () => {
    expect(usualOf(list(1, 2, 3, 4, 5))).toBeNull();
    expect(usualOf(list(60, 10, 20, 50, 30, 40))).toBe(40);
  });
  it('is said where it is five hundred times as large, or a thousand times as small; a last instalment may be tiny', () => {
    const magnitude = (value: number | undefined, field: 'contracted' | 'amount' = 'contracted') => {
      const row = rowOf({ typed: value === undefined ? {} : { [field]: value } });
      checkMagnitude(row, field, 1_000);
      return said(row).length;
    };
    expect([500_000, 499_999, 1, 1.1, 0, undefined].map((one) => magnitude(one))).toEqual([1, 0, 1, 0, 0, 0]);
    expect([magnitude(1, 'amount'), magnitude(500_000, 'amount')]).toEqual([0, 1]);
  });
  it('of five hundred billion 元 is said, whatever stands beside it, once', () => {
    const size = (told: Partial<LedgerRow>) => {
      const row = rowOf(told);
      checkSize(row);
      return said(row);
    };
    const large = money('500000000000.00');
    for (const field of ['contracted', 'intendedAmount', 'amount'] as const)
      expect(size({ money: { [field]: large } })).toEqual([`order-of-magnitude ${field}`]);
    expect(size({ money: { contracted: money('499999999999.99') } })).toEqual([]);
    expect(size({ money: { contracted: { ...large, currency: 'JPY' } } })).toEqual([]);
    const findings = [finding('unit-not-told', 'contracted', null, '5')];
    expect(size({ money: { contracted: large }, findings })).toEqual(['unit-not-told contracted']);
  });
});

describe('two rows of one investor', () => {
  it('have like amounts within a tenth of the larger, and none where one is not told', () => {
    expect([likeAmount(90, 100), likeAmount(100, 90), likeAmount(89, 100), likeAmount(NaN, 100)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(amountOf(rowOf({ money: { contracted: money('5.00'), intendedAmount: money('7.00') } }))).toBe(5);
    expect(amountOf(rowOf({ money: { intendedAmount: money('7.00') } }))).toBe(7);
    expect(amountOf(rowOf({}))).toBeNaN();
  });
  it('are named where their names are alike, or their amounts; the first such row', () => {
    const similar = (name: string, amount: string) => {
      const row = rowOf({ text: { name: '宁远固态电池正极材料项目' }, money: { contracted: money('1000.00') } });
      checkSimilar(row, [
        { row: 2, name: '城东综合体', amount: 5 },
        { row: 3, name, amount: Number(amount) },
        { row: 4, name: '宁远固态电池正极材料项目', amount: 1000 },
      ]);
      return row.findings.map(({ code, message }) => `${code} ${message.en}`);
    };
    expect(similar('宁远固态电池正极材料二期', '1')[0]).toContain('similar-name');
    expect(similar('宁远固态电池正极材料二期', '1')[0]).toContain(
      'L3, row 3 "宁远固态电池正极材料二期", similarity 82 %',
    );
    expect(similar('城西综合体', '950')[0]).toContain('row 3 "城西综合体", similarity 0 %');
    expect(similar('城西综合体', '800')[0]).toContain('L2, row 4');
    expect(similar('城西综合体', '800')).toHaveLength(1);
  });
});

it('a project is known since its day of filing or receipt, else since the first of its facts', () => {
  const known = (days: LedgerRow['days'], alsoOn: readonly string[] = []) =>
    knownOf(rowOf({ days }), alsoOn as readonly IsoDate[])?.date ?? null;
  expect(known({ knownOn: on('2024-05-01'), receivedOn: on('2024-04-01'), signedOn: on('2024-01-01') })).toBe(
    '2024-05-01',
  );
  expect(known({ receivedOn: on('2024-04-01'), signedOn: on('2024-01-01') }, ['2023-01-01'])).toBe('2024-04-01');
  expect(known({ signedOn: on('2024-03-01'), startOn: on('2024-01-01'), openedOn: on('2024-02-01') })).toBe(
    '2024-01-01',
  );
  expect(known({ signedOn: on('2024-03-01') }, ['2023-01-01', '2024-05-01'])).toBe('2023-01-01');
  for (const field of [
    'acknowledgedOn',
    'screenedOn',
    'reviewOn',
    'frameworkOn',
    'startReportedOn',
    'progressOn',
    'endedOn',
    'droppedOn',
  ] as const)
    expect(known({ [field]: on('2024-03-01') })).toBe('2024-03-01');
  expect(known({ productionOn: on('2024-03-01') })).toBeNull();
});

it('money that came before its project was known is said, where a day of filing, receipt or opening tells so', () => {
  const before = (days: LedgerRow['days']) => precedes('2024-03-01' as IsoDate, rowOf({ days }));
  expect([before({ knownOn: on('2024-03-02') }), before({ knownOn: on('2024-03-01') })]).toEqual([true, false]);
  expect([before({ receivedOn: on('2024-03-02') }), before({ openedOn: on('2024-03-02') })]).toEqual([true, true]);
  expect(before({ knownOn: on('2024-01-02'), openedOn: on('2024-03-02') })).toBe(false);
  expect(before({ signedOn: on('2024-03-02') })).toBe(false);
});

it('a region that is not known is asked for, by the nearest name where one is near', () => {
  const messages = (region: string): readonly string[] => {
    const row = rowOf({
      text: { name: '甲项目', investor: '甲公司', region },
      shown: { name: '甲项目', investor: '甲公司' },
    });
    checkProject(row, ['高新区', '东湖区'], sheet);
    return row.findings.map(({ code, message: { zh, en } }) => `${code} ${/“高新区”/.test(zh)} ${/高新区\?/.test(en)}`);
  };
  expect([messages('高薪区'), messages('天涯海角'), messages('高新区')]).toEqual([
    ['region-unknown true true'],
    ['region-unknown false false'],
    [],
  ]);
});
