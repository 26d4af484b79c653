import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { Link } from '../parts/way.tsx';
import { answered, api } from '../ask/api.ts';
import { Refused } from '../parts/refused.tsx';
import { EVENTS, useWords } from '../words/words.ts';

/** What was issued, and which of its printed figures would be another today, because of which facts. */
export const FrozenIssues = () => {
  const { t, say, marks } = useWords();
  const issues = useQuery({ queryKey: ['frozen', 'issues'], queryFn: () => answered(api.GET('/api/frozen-issues')) });
  const restated = useQuery({
    queryKey: ['frozen', 'restatements'],
    queryFn: () => answered(api.GET('/api/restatements')),
  });
  if (issues.isError) return <Refused error={issues.error} again={issues.refetch} />;
  if (issues.data === undefined) return <Skeleton active />;
  const changed = restated.data?.rows ?? [];
  return (
    <section className="panel" aria-label={t('frozenIssues')} data-testid="frozen">
      <div className="panel-head">
        <h2>{t('frozenIssues')}</h2>
      </div>
      {issues.data.issues.length === 0 && <p>{t('noFrozen')}</p>}
      <ul className="plain-list">
        {issues.data.issues.map(({ number, period, format, asOf }) => (
          <li key={number}>
            <a href={`/api/frozen-issues/${encodeURIComponent(number)}/file`} download>
              {number}
            </a>{' '}
            <span className="small">
              {period} · {t('dataAsOf')} {asOf} · {format}
            </span>
          </li>
        ))}
      </ul>
      {changed.length > 0 && (
        <>
          <h3 className="section">{t('restated')}</h3>
          <ul className="plain-list one-column" data-testid="restated">
            {changed.map(({ issue, figure, printed, now, because }) => (
              <li key={`${issue} ${figure}`}>
                {issue} · {figure}
                {marks.colon}
                {printed} → {now ?? '—'}
                {because.map(({ project, version, type, on }) => (
                  <div key={`${project.id}${version}`} className="small">
                    {on} {say(EVENTS[type], type)} <Link to={`/projects/${project.id}`}>{project.name}</Link>
                  </div>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};
