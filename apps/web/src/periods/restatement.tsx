import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { Link } from '../parts/way.tsx';
import { answered, api, type Schemas } from '../ask/api.ts';
import { FigureWord } from '../numbers/figure-word.tsx';
import { useMetricWord } from '../numbers/metric-words.ts';
import { PlainTable } from '../numbers/plain-table.tsx';
import { Refused } from '../parts/refused.tsx';
import { EVENTS, useWords } from '../words/words.ts';

type Because = Schemas['LaterEvent'];

/** What was told later, each fact leading to its project. */
const LaterFacts = ({ because }: { because: readonly Because[] }) => {
  const { t, say } = useWords();
  return because.map(({ project, version, type, on, approver }) => (
    <div key={`${project.id}${version}`}>
      {on} {say(EVENTS[type], type)} <Link to={`/projects/${project.id}`}>{project.name}</Link>
      {approver !== null && ` · ${t('approvedBy')} ${approver}`}
    </div>
  ));
};

/** What of a closed month would be another figure today, and because of which facts. */
export const Restatement = ({ month }: { month: string }) => {
  const { t } = useWords();
  const metricWord = useMetricWord();
  const restatement = useQuery({
    queryKey: ['list', 'restatement', month],
    queryFn: () => answered(api.GET('/api/periods/{month}/restatement', { params: { path: { month } } })),
  });
  if (restatement.isError) return <Refused error={restatement.error} again={restatement.refetch} />;
  if (restatement.data === undefined) return <Skeleton active />;
  const { rows } = restatement.data;
  const title = `${t('restatementOf')} ${month}`;
  return (
    <section className="panel" aria-label={title} data-testid="restatement">
      <div className="panel-head">
        <h2>{title}</h2>
      </div>
      {rows.length === 0 ? (
        <p>{t('nothingRestated')}</p>
      ) : (
        <PlainTable
          about={title}
          columns={[
            { title: t('metricWord') },
            { title: t('ofWhom') },
            { title: t('asPrinted'), figure: true },
            { title: t('asOfNow'), figure: true },
            { title: t('becauseOf') },
          ]}
        >
          {rows.map(({ metric, key, unit, whole, printed, now, because }) => (
            <tr key={`${metric} ${key ?? ''} ${String(whole)}`}>
              <th scope="row">{metricWord(metric)}</th>
              <td>{whole ? t('wholeRow') : (unit?.name ?? key ?? t('noneNamed'))}</td>
              <td className="figure">
                <FigureWord value={printed} />
              </td>
              <td className="figure">
                <FigureWord value={now} />
              </td>
              <td className="small">
                <LaterFacts because={because} />
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
    </section>
  );
};
