import { join } from 'node:path';
import {
  breachesIn,
  CLOCK_NAMES,
  CLOCK_WORDS,
  COLOURS,
  isoDate,
  lateWords,
  ORDER,
  RUNGS,
  type Breach,
  type Colour,
  type OrderEvent,
  type Rung,
  type Sentence,
} from '#domain';
import { digest } from '#channels';

const ROOM = join(__dirname, '../../apps/web/src');
const onThePage = async <T>(file: string): Promise<T> => (await import(join(ROOM, file))) as T;
type Table<K extends string> = Readonly<Record<K, Sentence>>;

const DUE = isoDate('2026-03-31');
const LANGUAGES = ['zh', 'en'] as const;

interface Said {
  readonly lateWords: (late: number) => Sentence;
  readonly breachWords: (breach: Breach) => Sentence;
}
interface Named {
  readonly CLOCKS: Table<(typeof CLOCK_NAMES)[number]>;
  readonly COLOURS: Table<Colour>;
}

/** A mail about one clock, as it is sent. */
const mailed = (clock: Sentence, colour: Colour, rung: Rung, daysLate: number, language: 'zh' | 'en'): string =>
  digest({ to: { person: 'p', name: '王芳' }, window: 'w', language, writtenAt: '2026-04-01T01:00:00.000Z' }, [
    { id: 'n', project: { id: 'p', code: 'Z-1', name: '轴承项目' }, rung, colour, about: clock, due: DUE, daysLate },
  ])
    .lines.map(({ text }) => text)
    .join('\n');

/** The title of an order that the reminder process issued, as it stands in its list and on its page. */
const ordered = (breached: readonly Breach[]): Sentence => {
  const issued: OrderEvent = {
    type: 'OrderIssued',
    occurredOn: DUE,
    data: {
      number: '督办〔2026〕1号',
      project: 'p',
      projectName: '轴承项目',
      rung: 'supervision',
      breached,
      people: [],
      receiptDue: DUE,
      replyDue: DUE,
    },
  };
  const order = ORDER.evolve({ state: 'none' }, issued);
  if (order.state === 'none') throw new Error('no order was issued');
  return ORDER.line(order).title;
};

describe('the page says what mails and orders say', () => {
  it.each([-30, -1, 0, 1, 400])('of what is late by %i days', async (late) =>
    expect((await onThePage<Said>('words/late.ts')).lateWords(late)).toEqual(lateWords(late)),
  );

  it.each(CLOCK_NAMES)('of a clock that was not kept: %s', async (clock) => {
    const breach = { clock, due: DUE };
    const { breachWords } = await onThePage<Said>('words/late.ts');
    expect(breachWords(breach)).toEqual(breachesIn([breach]));
    for (const language of LANGUAGES)
      expect(ordered([breach])[language]).toContain(
        breachWords(breach)
          [language].replace(/[（(].*$/s, '')
          .trim(),
      );
  });

  it.each(CLOCK_NAMES)('in a mail, an order and a history: %s', async (clock) => {
    const { CLOCKS, COLOURS: colours } = await onThePage<Named>('words/words.ts');
    const { RUNGS: rungs } = await onThePage<{ readonly RUNGS: Table<Rung> }>('words/supervision-words.ts');
    const { lateWords: late } = await onThePage<Said>('words/late.ts');
    const { factWords } = await onThePage<{
      readonly factWords: (
        language: string,
        unitName: (unit: string) => string,
      ) => { readonly dataInWords: (data: object, event: string) => string };
    }>('parts/fact-in-words.ts');
    for (const language of LANGUAGES) {
      const told = { clock, until: DUE, reason: '园区供电未到位' };
      const inHistory = factWords(language, (unit) => unit).dataInWords(told, 'ExcuseAccepted');
      expect(inHistory).toContain(CLOCKS[clock][language]);
      for (const colour of COLOURS)
        for (const rung of RUNGS) {
          const mail = mailed(CLOCK_WORDS[clock], colour, rung, 30, language);
          for (const word of [CLOCKS[clock], colours[colour], rungs[rung], late(30)])
            expect(mail).toContain(word[language]);
        }
    }
  });
});
