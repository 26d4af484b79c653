import { upcast, UPCASTERS } from './upcasters.ts';

it('an event of an older schema version is read as today’s', () =>
  expect(
    upcast(
      'LeadRegistered',
      1,
      { name: 'Bearings' },
      { LeadRegistered: { 1: ({ name }) => ({ title: name }), 2: (data) => ({ ...data, code: 'none' }) } },
    ),
  ).toEqual({ version: 3, data: { title: 'Bearings', code: 'none' } }));

it('an amount that was stored as it was written is read as it is kept today', () => {
  const arrival = { arrival: 'a', kind: 'other', amount: { amount: '1000', currency: 'CNY' } };
  const foreign = { amount: { amount: '7.5', currency: 'USD' }, rate: '7.1', rateOn: '2026-01-05' };
  expect(upcast('ArrivalReported', 1, { ...arrival, foreign })).toEqual({
    version: 2,
    data: {
      arrival: 'a',
      kind: 'other',
      amount: { amount: '1000.00', currency: 'CNY' },
      foreign: { amount: { amount: '7.50', currency: 'USD' }, rate: '7.1', rateOn: '2026-01-05' },
    },
  });
  const children = [{ id: 'c', code: 'C', title: '子', contracted: { amount: '5', currency: 'CNY' } }];
  expect(upcast('ProjectSplit', 1, { children, rest: { amount: '1', currency: 'CNY' } }).data).toEqual({
    children: [{ ...children[0], contracted: { amount: '5.00', currency: 'CNY' } }],
    rest: { amount: '1.00', currency: 'CNY' },
  });
  const correction = { target: 2, field: 'contracted', from: { amount: 'oops', currency: 'CNY' }, to: null };
  expect(upcast('FactCorrected', 1, correction).data).toEqual(correction);
});

it('what only looks like an amount stays as it is stored, with the amounts that stand within it', () => {
  const within = { amount: '1000', currency: 'CNY' };
  const data = { amount: '1000', currency: null, note: null, counted: { amount: 1000, currency: 'CNY', within } };
  const kept = { ...within, amount: '1000.00' };
  expect(upcast('ContractSigned', 1, data).data).toEqual({ ...data, counted: { ...data.counted, within: kept } });
});

it('what is stored as today’s version is read as it stands', () => {
  const data = { amount: { amount: '1000', currency: 'CNY' } };
  expect(upcast('ArrivalReported', 2, data)).toEqual({ version: 2, data });
});

it('what no event can be is left as it is stored: nothing that stands in the log keeps it from being read', () => {
  const odd: readonly unknown[] = [null, 3, 'x', [], {}, { amount: null, people: 7, items: 'x', children: 1, by: [] }];
  for (const [type, versions] of Object.entries(UPCASTERS))
    for (const version of Object.keys(versions!))
      for (const data of odd) expect(() => upcast(type, Number(version), data as never)).not.toThrow();
  expect(upcast('OrderIssued', 1, null as never)).toEqual({ version: 1, data: null });
});
