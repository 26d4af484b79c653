import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { answered, api } from '../ask/api.ts';
import { FigureWord } from '../numbers/figure-word.tsx';
import { useFiguresAsked } from '../numbers/figures-asked.ts';
import { FiguresBar } from '../numbers/figures-bar.tsx';
import { useMetricWord } from '../numbers/metric-words.ts';
import { PlainTable } from '../numbers/plain-table.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWords } from '../words/words.ts';
import type { Scope } from './definition-document.ts';

/** Which figures of a period a draft would change: as they are, and as they would be. */
export const DefinitionReplay = ({ draft, scope }: { draft: number; scope: Scope }) => {
  const { t, say } = useWords();
  const metricWord = useMetricWord();
  const { definition: _own, ...asked } = useFiguresAsked();
  const replay = useQuery({
    queryKey: ['definitions', 'replay', draft, asked],
    queryFn: () => answered(api.POST('/api/definitions/replay', { body: { ...asked, draft } })),
    placeholderData: keepPreviousData,
  });
  const named = (metric: string): string => say(scope.metrics[metric]?.title, metricWord(metric));
  return (
    <section className="panel" aria-label={t('replayDefinition')} data-testid="definition-replay">
      <div className="panel-head">
        <h2>{t('replayDefinition')}</h2>
      </div>
      <FiguresBar />
      {replay.isError && <Refused error={replay.error} again={replay.refetch} />}
      {replay.isPending && <Skeleton active />}
      {replay.data?.differences.length === 0 && <p>{t('replayNone')}</p>}
      {replay.data !== undefined && replay.data.differences.length > 0 && (
        <>
          <p>
            {replay.data.figures} {t('replayOf')} {replay.data.differences.length}
          </p>
          <PlainTable
            about={t('replayDefinition')}
            columns={[
              { title: t('metricWord') },
              { title: t('ofWhom') },
              { title: t('figureNow'), figure: true },
              { title: t('figureThen'), figure: true },
            ]}
          >
            {replay.data.differences.map(({ metric, key, unit, whole, before, after }) => (
              <tr key={`${metric} ${key ?? ''} ${String(whole)}`}>
                <th scope="row">{named(metric)}</th>
                <td>{whole ? t('wholeRow') : (unit?.name ?? key ?? t('noneNamed'))}</td>
                <td className="figure">
                  <FigureWord value={before} />
                </td>
                <td className="figure">
                  <FigureWord value={after} />
                </td>
              </tr>
            ))}
          </PlainTable>
        </>
      )}
    </section>
  );
};
