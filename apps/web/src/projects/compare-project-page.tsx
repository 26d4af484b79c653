import '../charts/charts.css';
import { Card, Skeleton } from 'antd';
import { useParams } from 'react-router';
import { problemOf } from '../ask/api.ts';
import { ComparedDays, useComparedDays } from '../parts/compared-days.tsx';
import { exactly, forReading } from '../parts/money.ts';
import { PageTitle } from '../parts/page-title.tsx';
import { Refused } from '../parts/refused.tsx';
import { useTime } from '../parts/time.ts';
import { Link } from '../parts/way.tsx';
import { PHASES, useWords } from '../words/words.ts';
import { dayOf } from './corrections.ts';
import { HistoryList } from './history.tsx';
import { useFactsOf, type Told } from './project-facts.tsx';
import { useExplanation, useHistory, useProject } from './project-queries.ts';
import { whySentence } from './why-sentence.ts';

const NOT_FOUND = 404;

/** A project on one day, fact by fact: its colour and why, how far it was, its money, what was known of it. Null while it is asked; empty before it was known. */
const useTold = (id: string, day: string): readonly Told[] | null => {
  const { t, say, language } = useWords();
  const { time } = useTime();
  const at = { ...time, asOf: day };
  const project = useProject(id, at);
  const explanation = useExplanation(id, at);
  const factsOf = useFactsOf();
  if (project.isError && problemOf(project.error).status === NOT_FOUND) return [];
  if (!project.data || explanation.isPending) return null;
  const { state, arrived } = project.data;
  const { progress, phase } = state;
  return [
    { label: t('colour'), said: explanation.data && whySentence(explanation.data, language) },
    { label: t('phase'), said: say(PHASES[phase], phase) },
    { label: t('latestProgress'), said: progress && `${progress.on} ${progress.text}` },
    { label: t('nextStep'), said: progress?.nextStep },
    { label: t('certifiedSum'), said: arrived.map(forReading).join(' · '), exact: arrived.map(exactly).join(' · ') },
    ...factsOf(state),
  ];
};

/** One project on two days, side by side, what differs marked; below, what was recorded of the days between. */
export const CompareProjectPage = () => {
  const { id = '' } = useParams();
  const { t } = useWords();
  const { time } = useTime();
  const days = useComparedDays();
  const now = useProject(id, time);
  const sides = [useTold(id, days.from), useTold(id, days.to)] as const;
  const events = useHistory(id, time).data?.events ?? [];
  if (now.isError) return <Refused error={now.error} again={now.refetch} level={1} />;
  if (!now.data) return <Skeleton active />;
  const { title } = now.data.state;
  const [before, after] = sides;
  const isBetween = events.some((entry) => dayOf(entry, events) > days.from && dayOf(entry, events) <= days.to);
  const on = (side: readonly Told[], label: string) => side.find((one) => one.label === label);
  const labels = [...new Set([...(after ?? []), ...(before ?? [])].map(({ label }) => label))];
  return (
    <>
      <PageTitle extra={<Link to={`/projects/${id}`}>← {title}</Link>}>{`${title} · ${t('compareDays')}`}</PageTitle>
      <ComparedDays days={days} />
      {before === null || after === null ? (
        <Skeleton active paragraph={{ rows: 8 }} />
      ) : (
        <div className="panel chart-table" tabIndex={0} role="region" aria-label={t('compareDays')}>
          <table data-testid="compared-project" className="sentences">
            <thead>
              <tr>
                <th scope="col">{t('whatIsCompared')}</th>
                <th scope="col">{days.from}</th>
                <th scope="col">{days.to}</th>
              </tr>
            </thead>
            <tbody>
              {labels.map((label) => {
                const both = [on(before, label), on(after, label)];
                const [was, is] = both.map((one) => one?.exact ?? one?.said ?? '');
                if (was === '' && is === '') return null;
                return (
                  <tr key={label} className={was === is ? '' : 'differs'}>
                    <th scope="row">{label}</th>
                    {both.map((one, side) => (
                      <td key={days[side === 0 ? 'from' : 'to'] + String(side)} title={one?.exact}>
                        {was === is ? one?.said : <strong>{one?.said || '—'}</strong>}
                      </td>
                    ))}
                  </tr>
                );
              })}
            </tbody>
          </table>
          {before.length === 0 && <p className="small">{t('notYetKnown')}</p>}
        </div>
      )}
      <Card size="small" title={t('recordedBetween')} className="space-above">
        {isBetween ? (
          <HistoryList events={events} after={days.from} asOf={days.to} />
        ) : (
          <p className="small">{t('nothingBetween')}</p>
        )}
      </Card>
    </>
  );
};
