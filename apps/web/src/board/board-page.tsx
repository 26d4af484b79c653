import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { Link } from '../parts/way.tsx';
import { answered, api } from '../ask/api.ts';
import { said, saidExactly } from '../charts/charted.ts';
import { addressOf, chosenOf, useShown, type Shown } from '../cockpit/cockpit-queries.ts';
import { Whose } from '../cockpit/whose.tsx';
import { Next, ProjectLink, Stuck } from '../lists/deciding-cells.tsx';
import { useChosen } from '../parts/chosen.ts';
import { ColourWord } from '../parts/colour-word.tsx';
import { exactly, forReading } from '../parts/money.ts';
import { PageTitle } from '../parts/page-title.tsx';
import { Refused } from '../parts/refused.tsx';
import { PHASES, useWords } from '../words/words.ts';
import './board.css';

const COLUMNS = ['lead', 'negotiation', 'signing', 'start', 'funding', 'production'] as const;
const CARDS = 20;

const binOf = (phase: string) => ({ list: 'live', where: [`phase=${phase}`] });

const useColumn = (phase: string, { leader, ...shown }: Shown) => {
  const where = [...binOf(phase).where, ...(leader === null ? [] : [`responsible=${leader}`])];
  return useQuery({
    queryKey: ['list', 'live', 'board', phase, leader, shown],
    queryFn: () =>
      answered(
        api.GET('/api/lists/{name}', {
          params: { path: { name: 'live' }, query: { ...chosenOf(shown), where, limit: CARDS } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
};

/** The projects of a phase, the worst first. A card opens its project, where the due step stands first: nothing is dragged past a rule. */
const Column = ({ phase, shown }: { phase: string; shown: Shown }) => {
  const { t, say } = useWords();
  const column = useColumn(phase, shown);
  const { data } = column;
  return (
    <section className="column" aria-label={say(PHASES[phase])} data-testid={`column-${phase}`}>
      <h2>
        {say(PHASES[phase])} <span data-testid="count">{data?.total ?? ''}</span>
      </h2>
      {data && (
        <div className="small" title={saidExactly(data.sums.contracted)}>
          {data.sums.contracted.length === 0 ? '—' : said(data.sums.contracted)}
        </div>
      )}
      {column.isError && <Refused error={column.error} again={column.refetch} />}
      {column.isPending && <Skeleton active />}
      {data?.total === 0 && <p className="small">{t('emptyColumn')}</p>}
      <ul className="cards">
        {data?.rows.map((row) => (
          <li key={row.id ?? row.code}>
            <div className="heading">
              <ColourWord colour={row.colour} />
              {row.contracted && (
                <span className="amount" title={exactly(row.contracted)}>
                  {forReading(row.contracted)}
                </span>
              )}
            </div>
            <strong>
              <ProjectLink row={row} />
            </strong>
            <Stuck row={row} />
            <Next row={row} />
          </li>
        ))}
      </ul>
      {data && data.total > CARDS && (
        <Link to={addressOf(binOf(phase), shown)}>
          {t('seeAllOf')} {data.total}
        </Link>
      )}
    </section>
  );
};

/** The live projects by phase. */
export const BoardPage = () => {
  const { t } = useWords();
  const { set } = useChosen();
  const shown = useShown();
  return (
    <>
      <PageTitle>{t('boardPage')}</PageTitle>
      <Whose shown={shown} set={set} />
      <div className="board" tabIndex={0} role="region" aria-label={t('boardPage')}>
        {COLUMNS.map((phase) => (
          <Column key={phase} phase={phase} shown={shown} />
        ))}
      </div>
    </>
  );
};
