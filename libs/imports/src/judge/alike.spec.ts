import fc from 'fast-check';
import { alikeRows } from './alike.ts';
import { likeAmount } from './checks.ts';
import { WEAK } from './likeness.ts';
import { similarity } from './similarity.ts';

interface Brief {
  readonly name: string;
  readonly amount: number;
}

const isAlike = (a: Brief, b: Brief): boolean => similarity(a.name, b.name) >= WEAK || likeAmount(a.amount, b.amount);
/** The first earlier row that is alike, of each row, by comparing all. */
const plainly = (rows: readonly Brief[]): readonly number[] =>
  rows.map((row, index) => rows.slice(0, index).findIndex((other) => isAlike(row, other)));
const lookedUp = (rows: readonly Brief[]): { readonly first: readonly number[]; readonly compared: number } => {
  const alike = alikeRows();
  let compared = 0;
  const first = rows.map((row, index) => {
    let found = -1;
    for (const place of alike.of(row.name, row.amount)) {
      compared += 1;
      if (isAlike(row, rows[place]!)) {
        found = place;
        break;
      }
    }
    alike.add(row.name, row.amount, index);
    return found;
  });
  return { first, compared };
};

const letters = (alphabet: string, maxLength: number) =>
  fc.array(fc.constantFrom(...alphabet), { maxLength }).map((all) => all.join(''));
const name = fc.oneof(
  letters('甲乙丙', 9),
  letters('东西南北风电光伏 （）·', 14),
  fc
    .tuple(fc.constantFrom('轴承', '电机', '风电'), fc.nat(60), fc.constantFrom('生产线项目', '基地', ''))
    .map(([what, n, tail]) => `${what}${n}号${tail}`),
  fc.string({ maxLength: 6 }),
);
const amount = fc.oneof(
  fc.constant(NaN),
  fc.constant(0),
  fc.integer({ min: -50, max: 200 }),
  fc.nat(1_000_000).map((fen) => fen / 100),
  fc.constantFrom(90, 100, 110, 111.11, 1e9),
);

describe('rows of one investor that may be alike', () => {
  it('hold the same first like row as comparing each with each, whatever names and amounts', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ name, amount }), { maxLength: 90 }), (rows) => {
        expect(lookedUp(rows).first).toEqual(plainly(rows));
      }),
      { numRuns: 400 },
    );
  });
  it('hold the same where an amount lies just at a tenth of another', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.constantFrom(0.9, 1 / 0.9, 1.1, 1 / 1.1),
        fc.integer({ min: -2, max: 2 }),
        (fen, share, off) => {
          const rows = [
            { name: '甲甲', amount: fen / 100 },
            { name: '乙乙', amount: (Math.round(fen * share) + off) / 100 },
          ];
          expect(lookedUp(rows).first).toEqual(plainly(rows));
        },
      ),
      { numRuns: 2_000 },
    );
  });
  it('are few: of two thousand rows unlike each other not one in a hundred of all pairs is compared', () => {
    const word = (n: number): string =>
      String.fromCodePoint(
        0x4e00 + ((n * 7919) % 20_000),
        0x4e00 + ((n * 104_729) % 20_000),
        0x4e00 + ((n * 1_299_709) % 20_000),
        0x4e00 + ((n * 15_485_863) % 20_000),
      );
    const rows = Array.from({ length: 2_000 }, (_, n) => ({ name: `${word(n)}${word(n + 5_000)}项目`, amount: NaN }));
    const { first, compared } = lookedUp(rows);
    expect(first.every((one) => one === -1)).toBe(true);
    expect(compared).toBeLessThan((2_000 * 2_000) / 2 / 100);
  });
  it('are found at once where all are alike', () => {
    const rows = Array.from({ length: 2_000 }, (_, n) => ({ name: `轴承生产线扩建${n}期`, amount: NaN }));
    expect(lookedUp(rows).compared).toBeLessThan(2_000 * 10);
  });
});
