import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { Link } from '../parts/way.tsx';
import { answered, api, type Schemas } from '../ask/api.ts';
import '../charts/charts.css';
import { addressOf, chosenOf, useShown, type Shown } from '../cockpit/cockpit-queries.ts';
import { Whose } from '../cockpit/whose.tsx';
import { ProjectLink } from '../lists/deciding-cells.tsx';
import { OneOf, useOneOf } from '../numbers/one-of.tsx';
import { useChosen } from '../parts/chosen.ts';
import { ColourWord } from '../parts/colour-word.tsx';
import { today } from '../parts/day.ts';
import { Notice } from '../parts/notice.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWords } from '../words/words.ts';
import { barsOf, placeOf, spanOf } from './bars-of.ts';
import './timeline.css';

const ROWS = 60;
const WHICH = { 'signed-not-started': 'backlogCount', started: 'ofStarts' } as const;

const useRows = (list: string, { leader, ...shown }: Shown) =>
  useQuery({
    queryKey: ['list', list, 'timeline', leader, shown],
    queryFn: () =>
      answered(
        api.GET('/api/lists/{name}', {
          params: {
            path: { name: list },
            query: {
              ...chosenOf(shown),
              ...(leader === null ? {} : { where: [`responsible=${leader}`] }),
              limit: ROWS,
            },
          },
        }),
      ),
    placeholderData: keepPreviousData,
  });

const Bars = ({ rows, day }: { rows: Schemas['List']['rows']; day: string }) => {
  const { t } = useWords();
  const span = spanOf(rows, day);
  return (
    <div className="panel">
      <p className="small">{t('barsAbout')}</p>
      <div className="chart-table" tabIndex={0} role="region" aria-label={t('timelinePage')}>
        <table className="timeline" data-testid="timeline">
          <thead>
            <tr>
              <th scope="col">{t('project')}</th>
              <th scope="col" className="track-head" aria-label={t('bars')}>
                <span>{span.from}</span>
                <span>{span.to}</span>
              </th>
              <th scope="col">{t('signedOn')}</th>
              <th scope="col">{t('agreedStart')}</th>
              <th scope="col">{t('startedOn')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id ?? row.code}>
                <th scope="row">
                  <ColourWord colour={row.colour} /> <ProjectLink row={row} />
                </th>
                <td>
                  <div className="track" aria-hidden>
                    {barsOf(row, span, day).map(({ kind, left, width }) => (
                      <span
                        key={kind}
                        className={`bar-${kind} bar-of-${row.colour ?? 'green'}`}
                        style={{ left: `${left}%`, width: `${width}%` }}
                      />
                    ))}
                    <span className="track-day" style={{ left: `${placeOf(day, span)}%` }} />
                  </div>
                </td>
                <td>{row.signedOn}</td>
                <td>{row.agreedStart ?? '—'}</td>
                <td>{row.startedOn ?? t('notStartedYet')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
};

/** From signing to start: what was promised beside what became of it, the worst first. The days themselves stand beside the bars. */
export const TimelinePage = () => {
  const { t } = useWords();
  const { set } = useChosen();
  const shown = useShown();
  const list = useOneOf('of', WHICH);
  const rows = useRows(list, shown);
  const { data } = rows;
  return (
    <>
      <PageTitle>{t('timelinePage')}</PageTitle>
      <Whose shown={shown} set={set}>
        <OneOf name="of" label="backlogOrStarted" of={WHICH} />
      </Whose>
      {rows.isError && <Refused error={rows.error} again={rows.refetch} />}
      {rows.isPending && <Skeleton active />}
      {data?.total === 0 && <Notice testId="none-of-list" title={t('noneOfList')} />}
      {data && data.total > 0 && <Bars rows={data.rows} day={shown.asOf ?? today()} />}
      {data && data.total > ROWS && (
        <p>
          <Link to={addressOf({ list, where: [] }, shown)}>
            {t('seeAllOf')} {data.total}
          </Link>
        </p>
      )}
    </>
  );
};
