import { useQuery } from '@tanstack/react-query';
import { Select, Skeleton } from 'antd';
import { answered, api } from '../ask/api.ts';
import '../charts/charts.css';
import { useChosen } from '../parts/chosen.ts';
import { today } from '../parts/day.ts';
import { Notice } from '../parts/notice.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWords } from '../words/words.ts';
import { FigureWord } from '../numbers/figure-word.tsx';
import { useMetricWord } from '../numbers/metric-words.ts';
import '../numbers/numbers.css';

const YEARS_BACK = 10;

/** The targets of a year: who set what for whom, provisional or final, and how each was revised. */
export const TargetsPage = () => {
  const { t } = useWords();
  const metricWord = useMetricWord();
  const { chosen, set } = useChosen();
  const thisYear = Number(today().slice(0, 4));
  const year = Number(/^\d{4}$/.exec(chosen.get('year') ?? '')?.[0] ?? thisYear);
  const targets = useQuery({
    queryKey: ['list', 'targets', year],
    queryFn: () => answered(api.GET('/api/targets', { params: { query: { year } } })),
  });
  return (
    <>
      <PageTitle>{t('targetsPage')}</PageTitle>
      <div className="filters no-print">
        <Select<number>
          aria-label={t('year')}
          value={year}
          onChange={(one) => {
            set('year', String(one));
          }}
          options={Array.from({ length: YEARS_BACK + 2 }, (_, ago) => ({
            value: thisYear + 1 - ago,
            label: String(thisYear + 1 - ago),
          }))}
        />
      </div>
      {targets.isError && <Refused error={targets.error} again={targets.refetch} />}
      {targets.isPending && <Skeleton active />}
      {targets.data?.targets.length === 0 && (
        <Notice testId="no-targets" title={t('noTargets')} hint={t('noTargetsHint')} />
      )}
      {targets.data && targets.data.targets.length > 0 && (
        <div className="panel">
          <div className="chart-table" tabIndex={0} role="region" aria-label={t('targetsPage')}>
            <table data-testid="targets">
              <thead>
                <tr>
                  <th scope="col">{t('metricWord')}</th>
                  <th scope="col">{t('issuer')}</th>
                  <th scope="col">{t('unit')}</th>
                  <th scope="col" className="figure">
                    {t('targetWord')}
                  </th>
                  <th scope="col">{t('howRevised')}</th>
                </tr>
              </thead>
              <tbody>
                {targets.data.targets.map(({ metric, issuer, unit, within, value, provisional, history }) => (
                  <tr key={`${metric} ${issuer} ${unit?.code ?? ''} ${within ?? ''}`}>
                    <th scope="row">{metricWord(metric)}</th>
                    <td>{issuer}</td>
                    <td>{unit?.name ?? within ?? t('wholeRow')}</td>
                    <td className="figure">
                      <FigureWord value={value} /> {provisional && <span className="small">{t('provisional')}</span>}
                    </td>
                    <td className="small">
                      {history.map((one) => (
                        <div key={one.recordedAt}>
                          {one.on} <FigureWord value={one.value} /> {one.by.name} {one.reason ?? one.basis ?? ''}
                        </div>
                      ))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      )}
    </>
  );
};
