import { arrival, c, certified, day, e, recorded, signed, yuan } from '../../../../../test/support/project-facts.ts';
import { given, TODAY } from '../../../../../test/support/specify-project.ts';
import type { PersonId } from '../../person.ts';
import type { ProjectEvent } from '../events.ts';

const correct = (target: number, field: string, from: unknown, to: unknown) =>
  c('CorrectFact', { target, field, from, to, reason: '笔误', approver: 'head' });
const correction = (target: number, field: string, from: unknown, to: unknown): ProjectEvent =>
  e('FactCorrected', TODAY, { target, field, from, to, reason: '笔误' });
const voidOf = (target: number) => c('VoidFact', { target, reason: '误填' });
const voided = (target: number): ProjectEvent => e('FactVoided', TODAY, { target, reason: '误填' });
const dollars = (amount: string) => yuan(amount, 'USD');

describe('who holds a project, corrected', () => {
  const people = new Map([['li' as PersonId, '李乙']]);
  const owner = { unit: '一科', leader: '周局', steward: '张甲', liaisons: ['王丙'] };
  const past = [recorded, e('OwnerAssigned', '2025-02-01', owner)];
  const li = { id: 'li', name: '李乙' };

  it('is named by an id with the name borne today, one person or several', () => {
    given(past, { people })
      .when(correct(2, 'steward', '张甲', '@li'))
      .then([correction(2, 'steward', '张甲', li)]);
    given(past, { people })
      .when(correct(2, 'liaisons', ['王丙'], ['王丙', '@li']))
      .then([correction(2, 'liaisons', ['王丙'], ['王丙', li])]);
  });
  it('is refused where nobody has that id', () =>
    given(past, { people })
      .when(correct(2, 'steward', '张甲', '@nobody'))
      .rejected('person-unknown'));
  it('can be nobody; a unit and a day are no persons', () => {
    given(past, { people })
      .when(correct(2, 'steward', '张甲', null))
      .then([correction(2, 'steward', '张甲', null)]);
    given(past, { people })
      .when(correct(2, 'unit', '一科', '@二科'))
      .then([correction(2, 'unit', '一科', '@二科')]);
    given(past, { people })
      .when(correct(2, 'occurredOn', '2025-02-01', '2025-02-02'))
      .then([correction(2, 'occurredOn', '2025-02-01', '2025-02-02')]);
  });
});

describe('one contract, one currency', () => {
  const amended = e('ContractAmended', '2025-05-01', {
    kind: 'increase',
    contractedFrom: yuan('100000000.00'),
    contractedTo: yuan('200000000.00'),
  });
  const merged = e('ProjectsMerged', '2025-05-01', { absorbed: 'B', contracted: yuan('1.00') });
  const child = { id: 'x', code: 'A2', title: '二期', contracted: yuan('40000000.00') };
  const split = e('ProjectSplit', '2025-05-01', { children: [child], rest: yuan('60000000.00') });
  const splitOff = e('ProjectSplitOff', '2025-01-06', {
    code: 'A2',
    title: '二期',
    parent: 'A1',
    contracted: yuan('100000000.00'),
    signedOn: '2025-04-01',
  });

  it.each([
    ['an amendment', amended],
    ['a merger', merged],
    ['a split', split],
  ])('a contract that %s stands beside keeps its currency, and can have another amount', (_what, beside) => {
    const past = [recorded, signed, beside];
    const from = yuan('100000000.00');
    given(past)
      .when(correct(2, 'contracted', from, dollars('100000000.00')))
      .rejected('currency-differs');
    given(past)
      .when(correct(2, 'contracted', from, yuan('7.00')))
      .then([correction(2, 'contracted', from, yuan('7.00'))]);
    given(past)
      .when(correct(2, 'number', 'C-1', 'C-2'))
      .then([correction(2, 'number', 'C-1', 'C-2')]);
  });
  it('an amendment and a merger keep that of the contract, also of one that came of a split', () => {
    given([recorded, signed, amended])
      .when(correct(3, 'contractedTo', yuan('200000000.00'), dollars('2.00')))
      .rejected('currency-differs');
    given([splitOff, amended])
      .when(correct(2, 'contractedTo', yuan('200000000.00'), dollars('2.00')))
      .rejected('currency-differs');
    given([recorded, signed, merged])
      .when(correct(3, 'contracted', yuan('1.00'), dollars('1.00')))
      .rejected('currency-differs');
  });
  it('money that arrives may be of any currency', () =>
    given([recorded, signed, arrival])
      .when(correct(3, 'amount', yuan('5000000.00'), dollars('5.00')))
      .then([correction(3, 'amount', yuan('5000000.00'), dollars('5.00'))]));
  it('what was optional can be taken away', () =>
    given([recorded, signed, amended])
      .when(correct(2, 'agreedStart', '2025-09-01', null))
      .then([correction(2, 'agreedStart', '2025-09-01', null)]));
});

it('a project bears its correction: arrivals that are each possible but too much together are refused', () => {
  const most = yuan('1000000000000000.00');
  const second = [
    e('ArrivalReported', '2025-09-11', { arrival: 'V2', amount: yuan('1.00'), kind: 'other' }),
    e('ArrivalCertified', '2025-09-11', { arrival: 'V2' }),
  ];
  given([recorded, signed, arrival, certified, ...second])
    .when(correct(3, 'amount', yuan('5000000.00'), most))
    .rejected('amount-too-large');
});

it('a fact is dated today at the latest, corrected too', () => {
  given([recorded, signed])
    .when(correct(2, 'occurredOn', '2025-04-01', TODAY))
    .then([correction(2, 'occurredOn', '2025-04-01', TODAY)]);
  given([recorded, signed])
    .when(correct(2, 'occurredOn', '2025-04-01', day('2026-01-06')))
    .rejected('occurred-in-future');
});

it('a refused value says in both languages what is wrong with it', () => {
  const tooLong = given([recorded]).when(correct(1, 'title', 'Bearings', '桥'.repeat(301)));
  const [zh, en] = [expect.stringMatching(/300.*字/), expect.stringMatching(/300 characters/)];
  expect(() => tooLong.then([])).toThrow(expect.objectContaining({ sentence: { zh, en } }));
});

it('who may not correct alone names a second person', () =>
  given([recorded, signed])
    .when(c('CorrectFact', { target: 2, field: 'number', from: 'C-1', to: 'C-2', reason: '笔误' }))
    .rejected('approver-required'));

it('neither a correction nor a void can be corrected', () => {
  for (const mended of [correction(2, 'number', 'C-1', 'C-2'), voided(2)])
    given([recorded, signed, mended])
      .when(correct(3, 'occurredOn', TODAY, '2026-01-04'))
      .rejected('fact-unknown');
});

describe('a project goes last', () => {
  it('is taken back where nothing else was recorded of it, or nothing else stands', () => {
    given([recorded])
      .when(voidOf(1))
      .then([voided(1)]);
    given([recorded, signed, voided(2)])
      .when(voidOf(1))
      .then([voided(1)]);
    given([recorded, correction(1, 'title', '轴', 'Bearings')])
      .when(voidOf(1))
      .then([voided(1)]);
  });
  it('is not taken back while anything stands', () => {
    given([recorded, signed]).when(voidOf(1)).rejected('fact-creates-project');
    given([recorded, signed, arrival, voided(3)])
      .when(voidOf(1))
      .rejected('fact-creates-project');
    given([recorded, signed, voided(2), voided(3)])
      .when(voidOf(1))
      .rejected('fact-creates-project');
  });
});
