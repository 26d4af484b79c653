import type { IsoDate } from '#domain';
import { rowOf } from '../../../../test/imports/row.ts';
import type { Stored } from '../plans/stored.ts';
import type { LedgerRow } from '../rows/ledger-row.ts';
import { finding } from './findings.ts';
import { namedBy, resembledBy, storedOf } from './stored-match.ts';

const on = (date: string, month = false) => ({ date: date as IsoDate, month });
const kept = (told: Partial<Stored> = {}): Stored => ({
  id: 'p1',
  code: 'A-1',
  name: '电池项目',
  investor: '宁远有限公司',
  contractNo: 'HT-1',
  nationalCode: '2409-1',
  endedOn: null,
  signedOn: '2024-03-05' as IsoDate,
  contracted: '1000.00',
  ...told,
});
const row = (text: LedgerRow['text'], told: Partial<LedgerRow> = {}) => rowOf({ text, ...told });
/** The stored project that a row is, or what holds it. */
const match = (one: LedgerRow, stored: readonly Stored[] = [kept()], told: readonly string[] = []) => {
  const found = storedOf(one, stored, (name) => told.includes(name));
  return found?.id ?? one.findings.map(({ code, resembles }) => `${code} ${resembles?.project}`).join(' ');
};

describe('a row is a stored project', () => {
  it('by its name and party where it gives no number', () => {
    expect(match(row({ name: '电池 项目', investor: '宁远有限公司' }))).toBe('p1');
    expect(match(row({ name: '电池项目', investor: '乙公司' }))).toBe('');
  });
  it('by its number and one thing more', () => {
    expect(match(row({ code: 'A-1', name: '电池项目' }))).toBe('p1');
    expect(match(row({ code: 'A-1', name: '新名', investor: '宁远有限公司' }))).toBe('p1');
    expect(match(row({ code: 'A-1', name: '新名', contractNo: 'HT-1' }))).toBe('p1');
    expect(match(row({ code: 'A-1', name: '新名', nationalCode: '2409-1' }))).toBe('p1');
    expect(
      match(row({ code: 'A-1', name: '新名' }), [kept({ investor: null, contractNo: null, nationalCode: null })]),
    ).toBe('code-used p1');
  });
  it('not where it comes again after its end', () => {
    const ended = [kept({ endedOn: '2024-06-30' as IsoDate })];
    const again = (date: string) =>
      row({ name: '电池项目', investor: '宁远有限公司' }, { days: { signedOn: on(date) } });
    expect(match(again('2024-07-01'), ended)).toBe('comes-again p1');
    expect(match(again('2024-06-30'), ended)).toBe('p1');
    expect(match(row({ name: '别的', investor: '丁公司' }, { days: { signedOn: on('2024-07-01') } }), ended)).toBe('');
    const early = { receivedOn: on('2024-01-01'), signedOn: on('2024-07-01') };
    expect(match(row({ name: '电池项目', investor: '宁远有限公司' }, { days: early }), ended)).toBe('p1');
  });
});

describe('a row waits', () => {
  it('where it shares a number with a project that is another, the surest first', () => {
    const shared = (text: LedgerRow['text']) => match(row({ name: '别的', investor: '丁公司', ...text }));
    expect(shared({ contractNo: 'HT-1', nationalCode: '2409-1' })).toBe('contract-number-used p1');
    expect(shared({ nationalCode: '2409-1', code: 'B-7' })).toBe('national-code-used p1');
    expect(shared({ code: 'A-1' })).toBe('code-used p1');
    expect(shared({ code: 'B-7', contractNo: 'HT-7', nationalCode: '7' })).toBe('');
  });
  it('where it has the name of one, and no party or number tells the two apart', () => {
    expect(match(row({ name: '电池项目', investor: '宁远股份公司' }))).toBe('same-project p1');
    expect(match(row({ name: '电池项目' }))).toBe('same-project p1');
    expect(match(row({ name: '电池项目', code: 'B-7' }))).toBe('');
    expect(match(row({ name: '电池项目', code: 'B-7' }), [kept({ code: 'LD2024-0123abcd' })])).toBe('same-project p1');
    expect(match(row({ name: '电池项目', investor: '丁公司' }), [kept({ investor: null })])).toBe('same-project p1');
  });
  it('is shown with what it resembles', () => {
    const one = row({ name: '电池项目' });
    storedOf(one, [kept({ contractNo: null })], () => false);
    expect(one.findings[0]?.resembles?.shows).toEqual({
      code: 'A-1',
      name: '电池项目',
      investor: '宁远有限公司',
      nationalCode: '2409-1',
    });
  });
});

describe('a row may be a stored project under another name', () => {
  const named = (text: LedgerRow['text'] = {}, told: Partial<LedgerRow> = {}) =>
    row({ name: '储能基地', investor: '宁远公司', ...text }, { days: { signedOn: on('2024-03-05') }, ...told });
  it('of one firm and day, which the file tells no more', () => {
    expect(match(named())).toBe('perhaps-renamed p1');
    expect(match(named(), [kept()], ['电池项目'])).toBe('');
    expect(match(named({ investor: '丁公司' }))).toBe('');
    expect(match(named(), [kept({ investor: null })])).toBe('');
    expect(match(named(), [kept({ endedOn: '2025-01-01' as IsoDate })])).toBe('');
    expect(match(named({ investor: undefined }))).toBe('');
  });
  it('a month is enough where the row tells no day; where one side tells none, a like name', () => {
    const signed = (date: string, month = false) => match(named({}, { days: { signedOn: on(date, month) } }));
    expect([signed('2024-03-06'), signed('2024-03-31', true), signed('2024-04-30', true)]).toEqual([
      '',
      'perhaps-renamed p1',
      '',
    ]);
    expect(match(named({}, { days: {} }))).toBe('');
    expect(match(named({ name: '电池项目二' }, { days: {} }))).toBe('perhaps-renamed p1');
    expect(match(named({ name: '电池项目二' }), [kept({ signedOn: null })])).toBe('perhaps-renamed p1');
  });
  it('with no other number and no other amount', () => {
    const amount = (told: string) => match(named({}, { money: { contracted: { amount: told, currency: 'CNY' } } }));
    expect([amount('1005.00'), amount('996.00'), amount('900.00'), amount('1100.00')]).toEqual([
      'perhaps-renamed p1',
      'perhaps-renamed p1',
      '',
      '',
    ]);
    expect(
      match(named({}, { money: { contracted: { amount: '900.00', currency: 'CNY' } } }), [kept({ contracted: null })]),
    ).toBe('perhaps-renamed p1');
    expect(match(named({ code: 'B-7' }))).toBe('');
    expect(match(named({ code: 'B-7' }), [kept({ code: 'LD2024-0123abcd' })])).toBe('perhaps-renamed p1');
  });
});

it('“the same” means what the row was found to resemble, else the first that shares a number or the name', () => {
  const [one, two] = [kept(), kept({ id: 'p2', code: 'A-2', name: '光伏项目', contractNo: 'HT-2', nationalCode: '2' })];
  const found = row({ name: '电池项目' });
  found.findings.push({
    ...finding('same-project', 'name', null, null),
    resembles: { project: 'p2', sheet: null, row: null, shows: {} },
  });
  expect(resembledBy(found, [one, two])?.id).toBe('p2');
  for (const text of [{ code: 'A-2' }, { contractNo: 'HT-2' }, { nationalCode: '2' }, { name: '光伏 项目' }])
    expect(resembledBy(row({ name: '别的', ...text }), [one, two])?.id).toBe('p2');
  expect(resembledBy(row({ name: '别的' }), [one, two])).toBeNull();
});

it('a decision names a project by its id, a number or its name, where no other is called so', () => {
  const all = [
    kept(),
    kept({ id: 'p2', code: 'A-2', nationalCode: '2', contractNo: 'HT-2' }),
    kept({ id: 'p3', code: 'A-3', name: '光伏', nationalCode: '3', contractNo: 'HT-3' }),
  ];
  expect(['p3', 'A-3', '3', 'HT-3', '光 伏'].map((as) => namedBy(as, all)?.id)).toEqual(Array(5).fill('p3'));
  expect([namedBy('电池项目', all), namedBy('别的', all)]).toEqual([null, null]);
});
