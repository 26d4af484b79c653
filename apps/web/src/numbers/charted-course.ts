import type { Schemas } from '../ask/api.ts';
import { HOUSE_PAINT, said, type Charted } from '../charts/charted.ts';
import { DICTIONARY } from '../generated/words.ts';
import { WORDS, type Language, type Word } from '../words/words.ts';

type Sentences = Readonly<Record<string, { readonly zh: string; readonly en: string } | undefined>>;
const STAGES: Sentences = DICTIONARY.funnelStages;
const solid = (key: string, word: Word, language: Language, index: 0 | 1 | 2) =>
  ({ key, name: WORDS[word][language], paint: HOUSE_PAINT[index], fill: index === 1 ? 'diagonal' : 'solid' }) as const;
const number = (of: number) => ({ drawn: of, said: String(of) });

/** Days in each phase: the middle one, that of nine in ten, and how many are still there. */
export const chartedDwell = ({ rows }: Schemas['Dwell'], language: Language): Charted => ({
  head: WORDS.phase[language],
  series: [
    solid('median', 'medianDays', language, 0),
    solid('p90', 'p90Days', language, 1),
    { ...solid('longest', 'longestDays', language, 2), told: true },
    { ...solid('count', 'countWord', language, 2), told: true },
    { ...solid('still', 'stillThere', language, 2), told: true },
  ],
  rows: rows.map(({ phase, label, median, p90, longest, count, stillThere }) => ({
    key: phase,
    label: label[language],
    values: [median, p90, longest, count, stillThere].map(number),
  })),
});

export const chartedFunnel = ({ total }: Schemas['Funnel'], language: Language): Charted => ({
  head: WORDS.stageWord[language],
  series: [solid('count', 'countWord', language, 0)],
  lying: true,
  rows: total.stages.map(({ stage, count, ofFirst }) => ({
    key: stage,
    label: STAGES[stage]?.[language] ?? stage,
    values: [{ drawn: Number(count), said: ofFirst === null ? count : `${count} · ${ofFirst.percent} %` }],
  })),
});

export const chartedForecast = ({ rows, reasons }: Schemas['Forecast'], language: Language): Charted => ({
  head: WORDS.month[language],
  series: [
    solid('count', 'expectedStarts', language, 0),
    { ...solid('amount', 'contractedSum', language, 1), told: true },
    { ...solid('because', 'reasonWord', language, 2), told: true },
  ],
  rows: rows.map(({ month, count, amount, because }) => ({
    key: month,
    label: month,
    values: [
      number(count),
      { drawn: 0, said: said([amount]) },
      {
        drawn: 0,
        said: Object.entries(because)
          .map(([reason, of]) => `${reasons[reason]?.[language] ?? reason} ${of}`)
          .join(' · '),
      },
    ],
  })),
});
