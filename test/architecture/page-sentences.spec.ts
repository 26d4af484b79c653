import { join } from 'node:path';
import { breachesIn, CLOCK_NAMES, isoDate, lateWords, type Breach, type Sentence } from '#domain';

const ON_THE_PAGE = join(__dirname, '../../apps/web/src/words/late.ts');
interface Said {
  readonly lateWords: (late: number) => Sentence;
  readonly breachWords: (breach: Breach) => Sentence;
}

describe('the page says what mails and orders say', () => {
  it.each([-30, -1, 0, 1, 400])('of what is late by %i days', async (late) =>
    expect(((await import(ON_THE_PAGE)) as Said).lateWords(late)).toEqual(lateWords(late)),
  );

  it.each(CLOCK_NAMES)('of a clock that was not kept: %s', async (clock) => {
    const breach = { clock, due: isoDate('2026-03-31') };
    expect(((await import(ON_THE_PAGE)) as Said).breachWords(breach)).toEqual(breachesIn([breach]));
  });
});
