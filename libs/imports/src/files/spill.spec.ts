import { mkdtempSync, readdirSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { numbers } from '../judge/numbers.ts';
import { places } from '../judge/places.ts';
import { spill } from './spill.ts';

describe('rows on disk', () => {
  it('come back as they were set down, in any order, also while more are coming, short or long', () => {
    const rows = spill<{ name: string; n: number }>();
    const row = (n: number) => ({ name: n % 50 === 0 ? '长'.repeat(30_000) : `第${n}行，“引号”与\n换行`, n });
    try {
      for (let n = 0; n < 300; n += 1) {
        rows.push(row(n));
        const earlier = (n * 7) % (n + 1);
        expect(rows.at(earlier)).toEqual(row(earlier));
      }
      for (let n = 299; n >= 0; n -= 1) expect(rows.at(n)).toEqual(row(n));
      expect(rows.length()).toBe(300);
    } finally {
      rows.close();
    }
  });
  it('have no name in their folder, so that nothing stays behind a process that is killed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rows-'));
    const rows = spill<string>(folder);
    try {
      rows.push('甲'.repeat(100_000));
      expect([readdirSync(folder), rows.at(0).length]).toEqual([[], 100_000]);
    } finally {
      rows.close();
      rmdirSync(folder);
    }
  });
});

describe('where keys were seen', () => {
  it('every place of a key, the earliest first, among many', () => {
    const seen = places();
    for (let place = 0; place < 5_000; place += 1) seen.add(`投资方${place % 1_000}`, place);
    for (const key of [0, 1, 999])
      expect(seen.of(`投资方${key}`)).toEqual([key, key + 1_000, key + 2_000, key + 3_000, key + 4_000]);
    expect(seen.of('没有这一家')).toEqual([]);
  });
  it('keys of one hash share their places: whoever asks must look', () => {
    // FNV-1a of 32 bits has these two words collide.
    const seen = places();
    seen.add('costarring', 1);
    seen.add('liquid', 2);
    expect([seen.of('costarring'), seen.of('liquid')]).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });
});

describe('a long list of numbers', () => {
  it('answers what was never set with its blank, and sorts by size', () => {
    const list = numbers(-1);
    list.set(200, 10);
    list.set(199, 9);
    expect([list.length(), list.at(0), list.at(198), list.at(199), list.at(200), list.at(9_999)]).toEqual([
      201, -1, -1, 9, 10, -1,
    ]);
    const amounts = numbers();
    for (const amount of [10, 9, 100, 0.5]) amounts.push(amount);
    expect([...amounts.sorted()]).toEqual([0.5, 9, 10, 100]);
  });
});
