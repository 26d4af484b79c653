import type { People, PersonId } from '#domain';
import { checkApprovers, decidedBy, readDecisions, settle, type ImportDecision } from './decisions.ts';
import { readMapping } from '../columns/saved.ts';
import { finding, type FindingCode } from './findings.ts';
import { rowOf } from '../../../../test/imports/row.ts';

const LONGEST = 300;

describe('decisions are read as a file or a request gives them', () => {
  const sound = { sheet: '项目', row: 3, decision: 'same' };
  it.each([
    ['about a row', sound],
    ['as a project', { ...sound, as: 'A-1' }],
    ['about a kind of finding', { sheet: '项目', code: 'code-used', decision: 'new' }],
    ['about a kind where this stands', { sheet: '项目', code: 'region-unknown', read: '东镇', decision: 'reject' }],
    ['approved by a second person', { ...sound, approver: 'zhang' }],
    ['words as long as they may be', { ...sound, as: 'a'.repeat(LONGEST) }],
  ])('%s', (_what, decision) => expect(readDecisions([decision])).toEqual([decision]));
  it.each([
    ['no object', 'same'],
    ['nothing', null],
    ['no sheet', { row: 3, decision: 'same' }],
    ['neither a row nor a kind', { sheet: '项目', decision: 'same' }],
    ['half a row', { ...sound, row: 3.5 }],
    ['a row that is none beside a kind', { ...sound, row: '3', code: 'code-used' }],
    ['a kind that does not exist', { sheet: '项目', code: 'no-such', decision: 'same' }],
    ['a kind that every object has', { sheet: '项目', code: 'toString', decision: 'same' }],
    ['a kind that is no text', { sheet: '项目', code: 3, decision: 'same' }],
    ['no decision', { ...sound, decision: 'perhaps' }],
    ['words that are none', { ...sound, read: 3 }],
    ['a project that is no text', { ...sound, as: {} }],
    ['an approver that is no text', { ...sound, approver: 1 }],
    ['words that are too long', { ...sound, as: 'a'.repeat(LONGEST + 1) }],
  ])('%s is refused, and named by its place', (_what, decision) =>
    expect(() => readDecisions([sound, decision])).toThrow(
      expect.objectContaining({
        code: 'decisions-invalid',
        sentence: expect.objectContaining({ zh: expect.stringContaining('2') as string }) as object,
      }) as Error,
    ),
  );
  it('what is no list is refused', () =>
    expect(() => readDecisions({ decisions: [] })).toThrow(
      expect.objectContaining({ code: 'decisions-invalid' }) as Error,
    ));
});

it('whoever approves is known, and another than who imports; without one nobody is asked', () => {
  const people: People = new Map([['zhang' as PersonId, '张三']]);
  const by = (approver?: string): readonly ImportDecision[] => [
    { sheet: '项目', row: 1, decision: 'new', ...(approver === undefined ? {} : { approver }) },
  ];
  expect(() => checkApprovers(by(), 'clerk', people)).not.toThrow();
  expect(() => checkApprovers(by('clerk'), 'clerk', people)).toThrow(
    expect.objectContaining({ code: 'approver-is-giver' }) as Error,
  );
  expect(() => checkApprovers(by('nobody'), 'clerk', people)).toThrow(
    expect.objectContaining({ code: 'approver-unknown' }) as Error,
  );
});

const found = (...codes: readonly FindingCode[]) => codes.map((code) => finding(code, null, null, '东镇'));
const row = (sheet: string, number: number, ...codes: readonly FindingCode[]) => ({
  sheet,
  row: number,
  findings: found(...codes),
});

describe('a decision about a row goes before one about its kind', () => {
  const decided = decidedBy([
    { sheet: '项目', code: 'code-used', decision: 'new' },
    { sheet: '项目', code: 'region-unknown', read: '东镇', decision: 'reject' },
    { sheet: '项目', row: 3, code: 'code-used', decision: 'same' },
  ]);
  it.each([
    ['its own', row('项目', 3, 'code-used'), 'same'],
    ['that of its kind', row('项目', 4, 'code-used'), 'new'],
    ['that of its kind, where what stands there is named', row('项目', 5, 'region-unknown'), 'reject'],
    ['none of another sheet', row('线索', 3, 'code-used'), undefined],
    ['none of another kind', row('项目', 4, 'same-project'), undefined],
  ])('%s', (_what, one, decision) => expect(decided(one)?.decision).toBe(decision));
  it('none where something else stands there', () =>
    expect(decided({ sheet: '项目', row: 6, findings: [finding('region-unknown', null, null, '西镇')] })).toBeNull());
});

describe('a row that was decided', () => {
  const settled = (decision: ImportDecision['decision']): readonly FindingCode[] => {
    const one = rowOf({ findings: found('code-used', 'similar-name', 'amount-missing') });
    settle(one, { sheet: '项目', row: 1, decision });
    return one.findings.map(({ code }) => code);
  };
  it('waits no more, and keeps its warnings and refusals', () =>
    expect([settled('same'), settled('new')]).toEqual([
      ['similar-name', 'amount-missing'],
      ['similar-name', 'amount-missing'],
    ]));
  it('waits on', () => expect(settled('later')).toEqual(['code-used', 'similar-name', 'amount-missing']));
  it('never comes in', () =>
    expect(settled('reject')).toEqual(['code-used', 'similar-name', 'amount-missing', 'decided-against']));
});

it('what a long cell says can be decided for all who say it', () => {
  const one = { sheet: '台账', code: 'only-a-name', read: '字'.repeat(5_000), decision: 'reject' };
  expect(readDecisions([one])).toEqual([one]);
});

it.each([null, {}, 'new', [{ sheet: '台账' }]])('%j is no list of decisions', (given) => {
  expect(() => readDecisions(given)).toThrow(expect.objectContaining({ code: 'decisions-invalid' }) as Error);
});

it.each([
  [{ headerRow: -1 }, 'headerRow'],
  [{ sheets: { 台账: { unit: 3 } } }, 'sheets.台账.unit'],
  [{ layouts: { a: null } }, 'layouts.a'],
  [{ sheets: [], kind: 'x' }, 'kind'],
])('%j is no mapping, and it says where', (given, where) => {
  expect(() => readMapping(given)).toThrow(
    expect.objectContaining({
      sentence: expect.objectContaining({ zh: expect.stringContaining(`（${where}）`) }),
    }) as Error,
  );
});

it.each([null, [], '市', { columns: [] }])('%j is no mapping', (given) => {
  expect(() => readMapping(given)).toThrow(expect.objectContaining({ code: 'mapping-invalid' }) as Error);
});
