import { isForNewerFact, inNewerShape, isInNewerShape, NewerFact, writtenType } from './newer.ts';
import { ifReadable, madeOf, UnreadableFact } from './unreadable.ts';

const throwing = (error: Error) => (): never => {
  throw error;
};

it('a record of another shape is unreadable, and any other fault stays what it is', () => {
  expect(madeOf(() => 7)).toBe(7);
  for (const error of [new TypeError('no such field'), new RangeError('no such day')])
    expect(() => madeOf(throwing(error))).toThrow(new UnreadableFact(error.message));
  const fault = new Error('the disk is full');
  expect(() => madeOf(throwing(fault))).toThrow(fault);
});
it('of several subjects the one that cannot be read is none', () => {
  expect(ifReadable(() => 7)).toBe(7);
  for (const error of [new TypeError('x'), new RangeError('x'), new UnreadableFact('x')])
    expect(ifReadable(throwing(error))).toBeNull();
  for (const fault of [new Error('the disk is full'), new NewerFact('LeadSold')])
    expect(() => ifReadable(throwing(fault))).toThrow(fault);
});

it('a fact in a newer shape reads as one of another kind, and the log’s own name is found again', () => {
  const newer = inNewerShape('ContractSigned', 12);
  expect([isInNewerShape(newer), isInNewerShape('ContractSigned')]).toEqual([true, false]);
  expect([writtenType(newer), writtenType('ContractSigned'), writtenType('A@1b')]).toEqual([
    'ContractSigned',
    'ContractSigned',
    'A@1b',
  ]);
  expect([isForNewerFact(new NewerFact('LeadSold').message), isForNewerFact('unknown')]).toEqual([true, false]);
});
