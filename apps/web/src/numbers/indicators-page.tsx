import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select, Skeleton } from 'antd';
import { answered, api, type Schemas } from '../ask/api.ts';
import type { paths } from '../generated/api.d.ts';
import '../charts/charts.css';
import { useChosen } from '../parts/chosen.ts';
import { PageTitle } from '../parts/page-title.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWords } from '../words/words.ts';
import { FigureCell } from './figure-cell.tsx';
import { useFiguresAsked } from './figures-asked.ts';
import { FiguresBar } from './figures-bar.tsx';
import { useMetricWord, useMetricsOf, useNoteWord } from './metric-words.ts';
import './numbers.css';
import { OpeningRow } from './indicator-rows.tsx';
import { OneOf, useOneOf } from './one-of.tsx';
import { useRowName } from './row-names.ts';
import { TargetsBeside } from './targets-beside.tsx';

const BY = { unit: 'byUnit', region: 'byRegion', chain: 'byChain', leader: 'byLeader', team: 'byTeam' } as const;
const USUAL = [
  'signed',
  'signed-amount',
  'started',
  'start-rate',
  'domestic-arrived',
  'funds-in-place-rate',
  'backlog',
];

type Metric = NonNullable<paths['/api/indicators']['get']['parameters']['query']['metric']>[number];

const useIndicators = (asked: ReturnType<typeof useFiguresAsked>, by: keyof typeof BY, metrics: readonly Metric[]) =>
  useQuery({
    queryKey: ['list', 'indicators', asked, by, metrics],
    queryFn: () => answered(api.GET('/api/indicators', { params: { query: { ...asked, by, metric: [...metrics] } } })),
    placeholderData: keepPreviousData,
  });

const Table = ({
  table,
  metrics,
  asked,
}: {
  table: Schemas['Indicators'];
  metrics: readonly string[];
  asked: ReturnType<typeof useFiguresAsked>;
}) => {
  const { t, marks } = useWords();
  const metricWord = useMetricWord();
  const rowName = useRowName();
  const noteWord = useNoteWord();
  return (
    <div className="panel">
      <div className="chart-table sticky-first" tabIndex={0} role="region" aria-label={t('indicatorsPage')}>
        <table data-testid="indicators">
          <thead>
            <tr>
              <th scope="col">{t(BY[table.by as keyof typeof BY])}</th>
              {metrics.map((metric) => (
                <th key={metric} scope="col" className="figure">
                  {metricWord(metric)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr className="total">
              <th scope="row">{t('wholeRow')}</th>
              {metrics.map((metric) => (
                <FigureCell key={metric} metric={metric} figure={table.total.figures[metric]} asked={asked} />
              ))}
            </tr>
            {table.rows.map(({ key, unit, figures }) => (
              <OpeningRow
                key={`${table.by} ${key ?? ''}`}
                metrics={metrics}
                row={{
                  name: unit?.name ?? rowName(table.by, key),
                  asked: { ...asked, by: table.by, key: key ?? '' },
                  figures,
                }}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className="small">
        {t('dueByNow')} {table.due.percent} % · {t('definition')}{' '}
        {table.definition.name === 'default' ? t('defaultDefinition') : table.definition.name} {t('versionNo')}{' '}
        {table.definition.version}
        {table.notes.length > 0 && ` · ${table.notes.map(noteWord).join(marks.semicolon)}`}
      </p>
    </div>
  );
};

/** The indicator table: every figure with last year, target, progress and rank beneath it, and each opens. */
export const IndicatorsPage = () => {
  const { t } = useWords();
  const metricWord = useMetricWord();
  const { chosen, set } = useChosen();
  const asked = useFiguresAsked();
  const by = useOneOf('by', BY);
  const all = useMetricsOf(asked.definition);
  const named = (chosen.get('metric') ?? '').split(',').filter((one) => all.includes(one));
  const metrics = named.length > 0 ? named : USUAL;
  const table = useIndicators(asked, by, metrics);
  return (
    <>
      <PageTitle>{t('indicatorsPage')}</PageTitle>
      <FiguresBar>
        <OneOf name="by" label="toldApartBy" of={BY} />
        <Select<string[]>
          mode="multiple"
          maxTagCount={0}
          maxTagPlaceholder={t('whichMetrics')}
          aria-label={t('whichMetrics')}
          value={metrics}
          onChange={(some) => {
            set('metric', some.join(','));
          }}
          className="filter"
          options={all.map((value) => ({ value, label: metricWord(value) }))}
        />
      </FiguresBar>
      {table.isError && <Refused error={table.error} again={table.refetch} />}
      {table.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {table.data && (
        <div className="numbers">
          <Table table={table.data} metrics={metrics} asked={asked} />
          <TargetsBeside targets={table.data.targets} />
        </div>
      )}
    </>
  );
};
