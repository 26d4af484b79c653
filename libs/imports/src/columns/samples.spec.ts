import { sheetOf, type Told } from '../../../../test/imports/sheet-of.ts';
import { samplesBelow } from './samples.ts';

describe('samples of a column', () => {
  const samples = (rows: readonly (readonly Told[])[], firstData = 2, merges: readonly string[] = []) =>
    samplesBelow(sheetOf(rows, { merges }), firstData)(0);
  it('are its first three texts below the heads, each once, of sixty rows', () => {
    expect(samples([['头'], ['甲'], ['甲'], [null, 1], ['乙'], ['丙'], ['丁']])).toEqual(['甲', '乙', '丙']);
    const late = (count: number) => samples([['头'], ...Array.from({ length: count }, () => ['甲']), ['乙']]);
    expect([late(59), late(60)]).toEqual([['甲', '乙'], ['甲']]);
    expect(samples([['头'], ['长'.repeat(50)]])[0]).toHaveLength(40);
    expect(samplesBelow(sheetOf([['头']]), 2)(7)).toEqual([]);
    expect(
      samples(
        [
          ['甲', null],
          ['头', '乙'],
        ],
        1,
        ['A1:B1'],
      ),
    ).toEqual(['甲', '头']);
    expect(samplesBelow(sheetOf([['甲', null]], { merges: ['A1:B1'] }), 1)(1)).toEqual([]);
  });
});
