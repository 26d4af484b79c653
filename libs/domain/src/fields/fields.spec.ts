import fc from 'fast-check';
import { PROJECT_COMMANDS } from '../project/commands.ts';
import { admit } from './admit.ts';
import { fieldsOf, type Field } from './field.ts';
import { InvalidCommand, type FieldError } from './invalid.ts';
import { checked, readCommand } from './read-command.ts';
import { soundly } from './sound.ts';

const { SignContract, ReportArrival, ReportProgress, SetCredit, CorrectFact, RegisterLead } = PROJECT_COMMANDS;
const arrival = { arrival: 'V1', amount: { amount: '1', currency: 'CNY' }, kind: 'other' };

const errorsOf = (commandClass: new () => object, body: unknown): readonly { field: string; code: string }[] => {
  try {
    readCommand(commandClass, body);
    return [];
  } catch (error) {
    if (!(error instanceof InvalidCommand)) throw error;
    return error.errors;
  }
};
const wrong = (commandClass: new () => object, body: unknown): readonly string[] =>
  errorsOf(commandClass, body).map(({ field }) => field);

it('keeps money in one way, however it was written', () => {
  for (const amount of ['1000', '1000.0', '1000.00', '001000'])
    expect(readCommand(SignContract, { contracted: { amount, currency: 'CNY' } }).contracted).toEqual({
      amount: '1000.00',
      currency: 'CNY',
    });
  const foreign = { amount: { amount: '7.5', currency: 'USD' }, rate: '7.1', rateOn: '2026-01-05' };
  expect(readCommand(ReportArrival, { ...arrival, foreign }).foreign?.amount.amount).toBe('7.50');
});

it('refuses days outside business, amounts that no project can have, and text that says nothing or too much', () => {
  for (const occurredOn of ['0001-01-01', '1949-12-31', '2201-01-01', '9999-12-31', '2022-06-31'])
    expect(wrong(ReportProgress, { text: '进展', occurredOn })).toEqual(['occurredOn']);
  for (const amount of ['1000000000000001', '999999999999999999', '-1000000000000000.01', '1.234', 'oops'])
    expect(wrong(ReportArrival, { ...arrival, amount: { amount, currency: 'CNY' } })).toEqual(['amount']);
  for (const text of [
    '',
    '   ',
    '\u3000',
    '\u200b\ufeff',
    '\u3164',
    '\u2800',
    '\u0301',
    '\u0007\u001b',
    '长'.repeat(4001),
  ])
    expect(wrong(ReportProgress, { text })).toEqual(['text']);
  expect(wrong(PROJECT_COMMANDS.AssignOwner, { unit: '局'.repeat(101), leader: '李'.repeat(101) })).toEqual([
    'unit',
    'leader',
  ]);
  expect(wrong(PROJECT_COMMANDS.PlanSigning, { month: '9999-12' })).toEqual(['month']);
});

it('keeps what a person wrote of a paste: no bell, no escape, and a line end of a word processor as one', () => {
  const text = '\u0007拿地\u001b[31m，\v开工\u0085投产\ufffe\t第二期\r\n👨‍👩‍👧';
  expect(readCommand(ReportProgress, { text })).toMatchObject({
    text: '拿地[31m，\n开工\n投产\t第二期\r\n👨‍👩‍👧',
  });
  expect(readCommand(PROJECT_COMMANDS.TagProject, { add: ['链\u0000主'] }).add).toEqual(['链主']);
  expect(readCommand(PROJECT_COMMANDS.TagProject, { add: ['\u202a链\u2066主\u202e'] }).add).toEqual(['链主']); // Windows puts such marks before a path
  expect(wrong(PROJECT_COMMANDS.TagProject, { add: ['\u200b'] })).toEqual(['add']);
});

it('names twenty errors at most, unknown fields first', () => {
  const body = Object.fromEntries(Array.from({ length: 40_000 }, (_, index) => [`field${index}`, index]));
  const errors = errorsOf(ReportProgress, body);
  expect(errors).toHaveLength(20);
  expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(['unknown-field']));
  expect(errorsOf(ReportProgress, { colour: 'red' }).map(({ field, code }) => [field, code])).toEqual([
    ['colour', 'unknown-field'],
    ['text', 'invalid-field'],
  ]);
});

it('says of what is not there that it is required, and of what is there what kind it must be of', () => {
  expect(errorsOf(ReportProgress, {})).toEqual([
    { field: 'text', code: 'invalid-field', zh: '必填', en: 'is required' },
  ]);
  expect(errorsOf(ReportProgress, { text: null })).toMatchObject([{ en: 'is required' }]);
  expect(errorsOf(ReportProgress, { text: 7 })).toMatchObject([{ zh: '必须是文字', en: 'must be text' }]);
});

it('counts a list before it reads an item of it', () => {
  const looked = jest.fn(() => 1);
  const item = Object.defineProperty({}, 'unit', { get: looked, enumerable: true });
  expect(wrong(SetCredit, { shares: Array.from({ length: 21 }, () => item) })).toEqual(['shares']);
  expect(looked).not.toHaveBeenCalled();
  expect(wrong(ReportProgress, { text: 'x', evidence: Array.from({ length: 100_000 }, () => ({})) })).toEqual([
    'evidence',
  ]);
  expect(wrong(SignContract, { contracted: arrival.amount, tags: Array.from({ length: 51 }, () => 'x') })).toEqual([
    'tags',
  ]);
});

it('reads nothing that nests deeper than it is declared', () => {
  const deep = JSON.parse(`${'['.repeat(3_000)}${']'.repeat(3_000)}`) as unknown;
  expect(wrong(ReportProgress, { text: deep })).toEqual(['text']);
  expect(wrong(SignContract, { contracted: { amount: deep, currency: 'CNY' }, tags: [deep] })).toEqual([
    'contracted',
    'tags',
  ]);
  expect(wrong(CorrectFact, { target: 1, field: 'title', to: deep, reason: 'x' })).toEqual(['to']);
});

it('an optional group of which nothing is given was not given; its required fields are needed only with it', () => {
  for (const foreign of [null, {}, { amount: null, rate: null, rateOn: null }])
    expect(readCommand(ReportArrival, { ...arrival, foreign }).foreign).toBeUndefined();
  expect(wrong(ReportArrival, { ...arrival, foreign: { rate: '7.1' } })).toEqual(['foreign.amount', 'foreign.rateOn']);
  const group = fieldsOf(ReportArrival).find(({ name }) => name === 'foreign')!;
  expect(group.of!.map(({ name, neededWith }) => [name, neededWith])).toEqual([
    ['amount', 'foreign'],
    ['rate', 'foreign'],
    ['rateOn', 'foreign'],
  ]);
});

it('whatever comes in, the answer is a command or a refusal', () =>
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(PROJECT_COMMANDS)), fc.object({ maxDepth: 3 }), (one, body) => {
      expect(errorsOf(one as new () => object, body).length).toBeLessThanOrEqual(20);
    }),
  ));

/** A value of a field: mostly one that keeps its rules, sometimes one that hardly does, or does not. */
const valueOf = (field: Field): fc.Arbitrary<unknown> => {
  const odd = fc.constantFrom<unknown>('', '  ', 'x'.repeat(301), 0, -1, 1.5, true, null, [], {}, ['x'], {
    amount: '1',
  });
  const money = fc.record({
    amount: fc.constantFrom('1', '1.00', '-3', '1.234'),
    currency: fc.constantFrom('CNY', 'cny'),
  });
  const inner = fc.record(Object.fromEntries((field.of ?? []).map((one) => [one.name, valueOf(one)])), {
    requiredKeys: [],
  });
  const sound: Record<Field['kind'], fc.Arbitrary<unknown>> = {
    text: fc.constantFrom('甲', '长'.repeat(300)),
    'long-text': fc.constantFrom('说明', '长'.repeat(4_000)),
    person: fc.constantFrom('@li', '张三'),
    day: fc.constantFrom('2024-02-29', '2023-02-29', '1949-12-31'),
    month: fc.constantFrom('2024-02', '2024-13'),
    money,
    decimal: fc.constantFrom('1', '-1.5', '1.23456'),
    integer: fc.integer({ min: -2, max: 200 }),
    flag: fc.boolean(),
    choice: fc.constantFrom(...(field.choices ?? []), 'none'),
    texts: fc.array(fc.constantFrom(...(field.choices ?? ['甲']), ''), { maxLength: 3 }),
    list: fc.array(inner, { maxLength: 3 }),
    group: inner,
    any: fc.constantFrom<unknown>('x', 1, null, { a: 1 }),
  };
  return fc.oneof({ weight: 9, arbitrary: sound[field.kind] }, { weight: 1, arbitrary: odd });
};
const bodyOf = (fields: readonly Field[]): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(Object.fromEntries(fields.map((field) => [field.name, valueOf(field)])), {
    requiredKeys: fields.filter(({ required }) => required).map(({ name }) => name),
  });

it('the short way and class-validator agree on every body, and make the same command of it', () => {
  let [short, long] = [0, 0];
  for (const one of Object.values(PROJECT_COMMANDS) as readonly (new () => object)[])
    fc.assert(
      fc.property(bodyOf(fieldsOf(one)), (body) => {
        const found: FieldError[] = [];
        const admitted = admit(fieldsOf(one), body, found);
        fc.pre(found.length === 0);
        const sound = soundly(one, admitted);
        try {
          const command = checked(one, admitted, []);
          if (sound !== null) expect(sound).toEqual(command);
          short += Number(sound !== null);
        } catch (error) {
          if (!(error instanceof InvalidCommand)) throw error;
          expect(sound).toBeNull();
          long += 1;
        }
      }),
      { numRuns: 60 },
    );
  expect(short).toBeGreaterThan(200);
  expect(long).toBeGreaterThan(200);
});

it('a name that every object has is no field', () => {
  expect(wrong(RegisterLead, JSON.parse('{"code":"A","title":"桥","__proto__":{"unit":"x"},"constructor":1}'))).toEqual(
    ['__proto__', 'constructor'],
  );
});

it.each(['__proto__', 'constructor', 'prototype'])('a value of any kind has no part named %s, however deep', (name) => {
  const correction = { target: 1, field: 'tags', from: null, reason: '笔误', approver: 'head' };
  for (const to of [`{"${name}":{}}`, `{"a":[{"${name}":1}]}`])
    expect(wrong(CorrectFact, { ...correction, to: JSON.parse(to) as unknown })).toEqual(['to']);
});

it('refuses unknown fields, floats for money, days that do not exist, and says all at once', () => {
  const wrong = () =>
    readCommand(PROJECT_COMMANDS.SignContract, { contracted: 1.5, agreedStart: '2022-06-31', colour: 'red' });
  expect(wrong).toThrow(
    expect.objectContaining({
      errors: expect.arrayContaining([
        expect.objectContaining({ field: 'contracted' }),
        expect.objectContaining({ field: 'agreedStart' }),
        expect.objectContaining({ field: 'colour', code: 'unknown-field' }),
      ]),
    }),
  );
});
