import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { Link } from 'react-router';
import { answered, api } from '../ask/api.ts';
import '../charts/charts.css';
import { useChosen } from '../parts/chosen.ts';
import { minute } from '../parts/day.ts';
import { Notice } from '../parts/notice.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Refused } from '../parts/refused.tsx';
import { EVENTS, useWords } from '../words/words.ts';
import { FigureWord } from './figure-word.tsx';
import { METRICS } from './metric-words.ts';
import './numbers.css';

/** What of a closed month would be another figure today, and because of which facts. */
const Restatement = ({ month }: { month: string }) => {
  const { t, say } = useWords();
  const restatement = useQuery({
    queryKey: ['list', 'restatement', month],
    queryFn: () => answered(api.GET('/api/periods/{month}/restatement', { params: { path: { month } } })),
  });
  if (restatement.isError) return <Refused error={restatement.error} again={restatement.refetch} />;
  if (restatement.data === undefined) return <Skeleton active />;
  return (
    <section className="panel" aria-label={t('restatementOf')} data-testid="restatement">
      <div className="panel-head">
        <h2>
          {t('restatementOf')} {month}
        </h2>
      </div>
      {restatement.data.rows.length === 0 && <p>{t('nothingRestated')}</p>}
      <ul className="plain-list one-column">
        {restatement.data.rows.map(({ metric, key, unit, whole, printed, now, because }) => (
          <li key={`${metric} ${key ?? ''} ${String(whole)}`}>
            {say(METRICS[metric], metric)} · {whole ? t('wholeRow') : (unit?.name ?? key)}：
            <FigureWord value={printed} /> → <FigureWord value={now} />
            {because.map(({ project, version, type, on, approver }) => (
              <div key={`${project.id}${version}`} className="small">
                {on} {say(EVENTS[type], type)} <Link to={`/projects/${project.id}`}>{project.name}</Link>
                {approver !== null && ` · ${t('approvedBy')} ${approver}`}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
};

/** The closed months with their fingerprints; a chosen one shows what was told of it afterwards. */
export const PeriodsPage = () => {
  const { t } = useWords();
  const { chosen, set } = useChosen();
  const month = chosen.get('month');
  const periods = useQuery({ queryKey: ['list', 'periods'], queryFn: () => answered(api.GET('/api/periods')) });
  return (
    <>
      <PageTitle>{t('periodsPage')}</PageTitle>
      {periods.isError && <Refused error={periods.error} again={periods.refetch} />}
      {periods.isPending && <Skeleton active />}
      {periods.data?.months.length === 0 && (
        <Notice testId="no-periods" title={t('noPeriods')} hint={t('noPeriodsHint')} />
      )}
      <div className="numbers">
        {periods.data && periods.data.months.length > 0 && (
          <div className="panel">
            <div className="chart-table" tabIndex={0} role="region" aria-label={t('periodsPage')}>
              <table data-testid="periods">
                <thead>
                  <tr>
                    <th scope="col">{t('month')}</th>
                    <th scope="col">{t('state')}</th>
                    <th scope="col">{t('closedByWhom')}</th>
                    <th scope="col">{t('at')}</th>
                    <th scope="col">{t('fingerprint')}</th>
                  </tr>
                </thead>
                <tbody>
                  {periods.data.months.map(({ month: one, state, closedBy, closedAt, hash, reopened }) => (
                    <tr key={one}>
                      <th scope="row">
                        <a
                          href={`?month=${one}`}
                          onClick={(event) => {
                            event.preventDefault();
                            set('month', one);
                          }}
                        >
                          {one}
                        </a>
                      </th>
                      <td>
                        {t(state === 'closed' ? 'monthClosed' : 'monthReopened')}
                        {reopened !== null && <span className="small"> {reopened.reason}</span>}
                      </td>
                      <td>{closedBy.name}</td>
                      <td>{minute(closedAt)}</td>
                      <td className="small">{hash.slice(0, 16)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </div>
        )}
        {month !== null && <Restatement month={month} />}
      </div>
    </>
  );
};
