import fc from 'fast-check';
import {
  addMoney,
  compareMoney,
  CurrenciesDiffer,
  fenOf,
  fromUnit,
  inUnit,
  isPositive,
  keptAmount,
  LARGEST_AMOUNT,
  money,
  moneyOf,
  roundedFromUnit,
  sameMoney,
  sumByCurrency,
  sumPercents,
  UNITS,
  type MoneyUnit,
} from './money.ts';

const decimal = (value: bigint, places: number): string => {
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
};
const fen = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });
const unit = fc.constantFrom(...(Object.keys(UNITS) as MoneyUnit[]));

it('adds to the last fen, whatever the size', () => {
  expect(addMoney(money('0.1'), money('0.2'))).toEqual({ amount: '0.30', currency: 'CNY' });
  expect(addMoney(money('9007199254740993.01'), money('0.02')).amount).toBe('9007199254740993.03'); // past what a double holds
  fc.assert(
    fc.property(fen, fen, (a, b) =>
      expect(fenOf(addMoney(money(decimal(a, 2)), money(decimal(b, 2))).amount)).toBe(a + b),
    ),
  );
});
it('sums each currency apart, and rounds what a sheet has divided once', () => {
  const cny = [money('0.10'), money('0.20'), money('-1')];
  expect(sumByCurrency([...cny, money('7.5', 'USD')])).toEqual([money('-0.70'), money('7.50', 'USD')]);
  expect(sumByCurrency([])).toEqual([]);
  expect(roundedFromUnit('1.23456789', '万元').amount).toBe('12345.68');
  expect(roundedFromUnit('90071992547.40993015', '万元').amount).toBe('900719925474099.30'); // a float would round twice
});
it('reads every text that is accepted as the amount it says, and writes it in one way', () => {
  expect(['1000', '1000.5', '1000.50', '007', '-0', '-0.5'].map(keptAmount)).toEqual([
    '1000.00',
    '1000.50',
    '1000.50',
    '7.00',
    '0.00',
    '-0.50',
  ]);
  const places = fc.constantFrom('', '.5', '.50', '.05');
  const yuan = fc.bigInt({ min: -LARGEST_AMOUNT + 1n, max: LARGEST_AMOUNT - 1n });
  fc.assert(
    fc.property(yuan, places, (whole, cents) => {
      const kept = keptAmount(`${whole}${cents}`)!;
      expect(kept).toBe(money(`${whole}${cents}`).amount.replace(/^-(?=0\.00$)/, ''));
      expect(moneyOf(fenOf(kept)).amount).toBe(kept);
      expect(keptAmount(kept)).toBe(kept);
    }),
  );
});
it('refuses what is no amount, and amounts that no project can have', () => {
  for (const text of ['', 'oops', '1,000', '1e3', '1.234', '.5', '5.', ' 5', '１０', '+1', '0x10', '1'.repeat(19)])
    expect(keptAmount(text)).toBeNull();
  expect([
    keptAmount(`${LARGEST_AMOUNT}`),
    keptAmount(`${LARGEST_AMOUNT}.01`),
    keptAmount(`-${LARGEST_AMOUNT}.01`),
  ]).toEqual([`${LARGEST_AMOUNT}.00`, null, null]);
  expect(() => fenOf('oops')).toThrow(RangeError);
});
it('writes every amount with two places and refuses a third', () => {
  expect(['7', '7.5', '007.50', '1e3', '-0.01'].map((text) => money(text).amount)).toEqual([
    '7.00',
    '7.50',
    '7.50',
    '1000.00',
    '-0.01',
  ]);
  expect(money('1.100').amount).toBe('1.10');
  for (const text of ['0.001', '1.005', '1e-3']) expect(() => money(text)).toThrow(RangeError);
  for (const text of ['', 'ten', '1,000', '１']) expect(() => money(text)).toThrow();
});
it('reads the larger units exactly and gives them back', () => {
  expect([
    fromUnit('6.41', '亿元'),
    fromUnit('0.000001', '万元'),
    fromUnit('26600', '万元'),
    fromUnit('1.5', '千元', 'USD'),
  ]).toEqual([money('641000000'), money('0.01'), money('266000000'), money('1500', 'USD')]);
  expect(() => fromUnit('0.0000001', '万元')).toThrow(RangeError); // a tenth of a fen
  expect(inUnit(money('123456789.01'), '亿元')).toBe('1.2345678901');
  fc.assert(
    fc.property(fen, unit, (value, name) =>
      expect(fromUnit(inUnit(money(decimal(value, 2)), name), name)).toEqual(money(decimal(value, 2))),
    ),
  );
});
it('orders amounts as numbers', () =>
  fc.assert(
    fc.property(fen, fen, (a, b) => {
      const [x, y] = [money(decimal(a, 2)), money(decimal(b, 2))];
      expect([Math.sign(compareMoney(x, y)), sameMoney(x, y), isPositive(x)]).toEqual([
        a < b ? -1 : a > b ? 1 : 0,
        a === b,
        a > 0n,
      ]);
    }),
  ));
it('never adds or compares two currencies', () => {
  expect(() => addMoney(money('1', 'CNY'), money('1', 'USD'))).toThrow(CurrenciesDiffer);
  expect(() => addMoney(money('0', 'HKD'), money('0', 'CNY'))).toThrow('HKD and CNY cannot be added or compared'); // not even nothing
  expect(() => compareMoney(money('1', 'CNY'), money('1', 'USD'))).toThrow(CurrenciesDiffer);
  expect(sameMoney(money('1', 'CNY'), money('1', 'USD'))).toBe(false);
});
it('sums percentages exactly', () => {
  expect([sumPercents(['0.1', '0.2']), sumPercents(['33.33', '33.33', '33.34']), sumPercents([])]).toEqual([
    '0.3',
    '100',
    '0',
  ]);
  fc.assert(
    fc.property(fc.array(fc.bigInt({ min: 0n, max: 1_000_000n }), { minLength: 1 }), (parts) => {
      const sum = parts.reduce((all, part) => all + part, 0n);
      expect(fenOf(money(sumPercents(parts.map((part) => decimal(part, 2)))).amount)).toBe(sum);
    }),
  );
});
