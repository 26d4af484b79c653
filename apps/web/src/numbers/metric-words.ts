import { DICTIONARY } from '../generated/words.ts';
import type { Sentence } from '../words/sentence.ts';
import { useWords } from '../words/words.ts';
import { useDefinitions } from './use-definitions.ts';

/** What each metric of every bureau is called, by the domain's dictionary. */
const METRICS: Readonly<Record<string, Sentence>> = DICTIONARY.metrics;

/** The metrics of a definition: those of every bureau, and its own. */
export const useMetricsOf = (definition = 'default'): readonly string[] => {
  const [name, version] = definition.split('@');
  const found = useDefinitions().data?.definitions.findLast(
    ({ definition: one }) => one.name === name && (version === undefined || String(one.version) === version),
  );
  return [...Object.keys(METRICS), ...Object.keys(found?.definition.metrics ?? {})];
};

/** What a metric is called, a bureau's own as its definitions name it. */
export const useMetricWord = (): ((metric: string) => string) => {
  const { say } = useWords();
  const own = new Map(
    (useDefinitions().data?.definitions ?? []).flatMap(({ definition }) =>
      Object.entries(definition.metrics).map(([key, { title }]) => [key, title] as const),
    ),
  );
  return (metric) => say(METRICS[metric] ?? own.get(metric), metric);
};

/** A note beside figures, its metric by its name: `signed-amount: USD 5.00`, how many no rate lets it compare: `large: 2 uncompared`, or last year’s money in another currency: `foreign-arrived: last-year USD 5.00`. */
export const useNoteWord = (): ((note: string) => string) => {
  const metricWord = useMetricWord();
  const { marks, t } = useWords();
  return (note) => {
    const [metric = '', told] = note.split(': ');
    const [, elsewhere] = /^last-year (.+)$/.exec(told ?? '') ?? [];
    const inWords =
      elsewhere === undefined
        ? told?.replace('uncompared', t('uncompared'))
        : `${t('lastYear')} ${elsewhere}${marks.comma}${t('otherCurrency')}`;
    return inWords === undefined ? note : `${metricWord(metric)}${marks.colon}${inWords}`;
  };
};
