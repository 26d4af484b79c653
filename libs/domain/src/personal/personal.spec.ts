import { contactIn, mayTellOfPeople, treating, withoutContacts, type Owner } from './index.ts';
import {
  byReference,
  ERASED,
  inEveryText,
  openedWith,
  refsIn,
  sealedAs,
  unnamed,
  type PersonRef,
} from './sealed-text.ts';
import { headsNames, namesIn } from './known-names.ts';
import type { NewEvent } from '../event.ts';

const fact = (type: string, data: object, meta: object = {}): NewEvent =>
  ({
    id: '1',
    event: { type, occurredOn: '2026-05-28', data },
    schemaVersion: 1,
    meta: { actor: { user: 'clerk', unit: null }, commandId: '1', ...meta },
  }) as NewEvent;

/** Each personal text with whose it is; the facts with those texts in angles. */
const found = (stream: string, facts: readonly NewEvent[], known: ReadonlyMap<string, Owner> = new Map()) => {
  const names = new Map(known);
  const owners: [string, Owner][] = [];
  const treat = treating(
    stream,
    () => names,
    (owner, text, told) => {
      owners.push([text, owner]);
      for (const name of told) names.set(name, owner);
      return `<${text}>`;
    },
  );
  return { facts: facts.map(treat), owners: Object.fromEntries(owners) };
};

it('a number is found as people write it, in one form', () => {
  for (const written of ['13812345678', '138-1234-5678', '电话：138 1234 5678（王五）'])
    expect(contactIn(written)).toBe('13812345678');
  expect(contactIn('0512-6588 0000')).toBe('051265880000');
  expect(contactIn('Wang.Wu@Example.com')).toBe('wang.wu@example.com');
  for (const other of ['138亿元', '2026-05-28', '合同 2023-0012', '']) expect(contactIn(other)).toBeNull();
  expect(withoutContacts('王五 138-1234-5678')).toBe('王五 138****5678');
});

it('columns of people’s names are told from those of firms', () => {
  for (const header of ['企业联系人', '联系人', '填报人', '法人联系人', 'Contact person'])
    expect(headsNames(header)).toBe(true);
  for (const header of ['投资人', '备注', '联系方式', '企业法人']) expect(headsNames(header)).toBe(false);
  expect(namesIn('王五（总经理）、李小六 经理')).toEqual(['王五', '李小六']);
});

it('of a row each number is of its own person, a name of the number beside it, and the rest of the first', () => {
  const extra = {
    企业联系人: '王五',
    电话: '13812345678',
    备注: '每周来电',
    填报人: '李六',
    填报人电话: '13900000000',
  };
  expect(found('project-a', [fact('ProjectRecorded', { title: 'x', extra })]).owners).toEqual({
    王五: 'number 13812345678',
    '13812345678': 'number 13812345678',
    每周来电: 'number 13812345678',
    李六: 'number 13900000000',
    '13900000000': 'number 13900000000',
  });
  expect(found('project-a', [fact('ProjectRecorded', { extra: { 联系人: '王五', 备注: '好' } })]).owners).toEqual({
    王五: 'name project-a 王五',
    好: 'name project-a 王五',
  });
  expect(found('project-a', [fact('ProjectRecorded', { extra: { 备注: '好' } })]).owners).toEqual({
    好: 'of project-a',
  });
});

it('in free words it is the numbers, the names that the stream has told, and what is marked', () => {
  const { facts, owners } = found('project-a', [
    fact('ProjectRecorded', { title: '王五项目', referrer: '赵七', extra: { 联系人: '王五', 电话: '13812345678' } }),
    fact('ProgressReported', { text: '王五与[[张三丰]]会谈 0512-65880000' }, { note: '王五' }),
    fact('FactCorrected', { target: 1, field: 'referrer', from: '赵七', to: '钱八', reason: '王五说' }),
    fact('FactCorrected', { target: 1, field: 'title', from: '王五', to: '王六', reason: '改' }),
  ]);
  expect(facts.map(({ event }) => event.data)).toEqual([
    { title: '王五项目', referrer: '<赵七>', extra: { 联系人: '<王五>', 电话: '<13812345678>' } },
    { text: '<王五>与<张三丰>会谈 <0512-65880000>' },
    { target: 1, field: 'referrer', from: '<赵七>', to: '<钱八>', reason: '<王五>说' },
    { target: 1, field: 'title', from: '王五', to: '王六', reason: '改' },
  ]);
  expect(facts[1]!.meta.note).toBe('<王五>');
  expect(owners).toMatchObject({
    张三丰: 'name project-a 张三丰',
    王五: 'number 13812345678',
    赵七: 'name project-a 赵七',
  });
});

it('columns that changed later are of whom the project has told first', () => {
  const { owners } = found('project-a', [
    fact('ProjectRecorded', { extra: { 联系人: '王五', 电话: '13812345678' } }),
    fact('ColumnsChanged', { extra: { 备注: '新' }, before: { 备注: '旧' } }),
  ]);
  expect(owners).toMatchObject({ 新: 'number 13812345678', 旧: 'number 13812345678' });
});

it('what is sealed already stays so, and facts without a place for people are not looked at', () => {
  const sealed = sealedAs('abcdefghijklmnop' as PersonRef, 'c13812345678');
  const { facts, owners } = found('project-a', [fact('LeadDropped', { reason: `${sealed} 放弃` })]);
  expect([facts[0]!.event.data, owners]).toEqual([{ reason: `${sealed} 放弃` }, {}]);
  expect(mayTellOfPeople('project-a', fact('ContractSigned', { number: '13812345678' }))).toBe(false);
  expect(mayTellOfPeople('report-issues', fact('ReportTemplatePublished', { text: '电话 13812345678' }))).toBe(false);
  expect(mayTellOfPeople('issue-a', fact('IssueResolved', { by: 'x', text: '好' }))).toBe(true);
});

it('a sealed part opens with its key, is a reference outside and a fixed word when it is erased', () => {
  const one = 'abcdefghijklmnop' as PersonRef;
  const text = `联系${sealedAs(one, 'QQ')}，谢谢`;
  expect(refsIn(text)).toEqual([one]);
  expect(openedWith(() => '王五', text)).toBe('联系王五，谢谢');
  expect(openedWith(() => null, text)).toBe(`联系${ERASED}，谢谢`);
  expect(byReference(text)).toBe('联系〔个人信息 abcdefghijklmnop〕，谢谢');
  expect(unnamed(text)).toBe('联系〔个人信息〕，谢谢');
  const same = { a: ['x', { b: 1 }], at: new Date(0) };
  expect(inEveryText(same, (said) => said)).toBe(same);
  expect(inEveryText(same, (said) => `${said}!`)).toEqual({ a: ['x!', { b: 1 }], at: new Date(0) });
});

it.each<[string, object, object, boolean]>([
  ['free words', { text: 'x' }, {}, true],
  ['who referred it', { referrer: 'x' }, {}, true],
  ['columns of a ledger', { extra: {} }, {}, true],
  ['words in a list', { items: [{ title: 'x' }, { reason: 'x' }] }, {}, true],
  ['words in a list of them', { reasons: ['x'] }, {}, true],
  ['a correction of whatever', { target: 1, field: 'title', from: 1, to: 2 }, {}, true],
  ['a note beside it', {}, { note: 'x' }, true],
  ['what an import kept', {}, { imported: { importId: 'i', sheet: 's', row: 1, kept: {} } }, true],
  ['an import that kept nothing', {}, { imported: { importId: 'i', sheet: 's', row: 1 } }, false],
  ['a name of a firm', { title: 'x', investor: 'y' }, {}, false],
  ['numbers and nothing', { text: 7, reason: null, amounts: [1, null] }, {}, false],
  ['a list without words', { items: [{ title: 'x' }] }, {}, false],
])('a fact may tell of people by %s', (_what, data, meta, may) =>
  expect(mayTellOfPeople('project-a', fact('ProgressReported', data, meta))).toBe(may),
);
it('a stream that tells of no project tells of nobody', () =>
  expect(
    ['project-a', 'issue-a', 'a-project-', 'policy-main'].map((stream) =>
      mayTellOfPeople(stream, fact('ProgressReported', { text: 'x' })),
    ),
  ).toEqual([true, true, false, false]));
