import type { Schemas } from '../ask/api.ts';
import { useMetricWord } from '../numbers/metric-words.ts';
import { PlainTable } from '../numbers/plain-table.tsx';
import { useDefinitions } from '../numbers/use-definitions.ts';
import { useWords } from '../words/words.ts';
import { reachedWord, type Measure } from './reached-word.ts';
import { useBoards } from './use-boards.ts';

type Shown = Schemas['Board'];
type League = Shown['leagues'][number];
type Line = League['rows'][number]['lines'][number];

/** What the numbers of a line are: those of its metric, or a share where the progress of its target scores. */
const useMeasureOf = ({ name, version }: Shown['board']): ((line: Line) => Measure | undefined) => {
  const measures = useDefinitions().data?.measures ?? {};
  const own = useBoards().data?.boards.find((one) => one.name === name && one.version === version)?.measures;
  return ({ kind, metric }) => {
    if (kind !== 'measure') return measures[metric];
    const of = own?.find((one) => one.metric === metric)?.of;
    return of === 'progress' ? 'percent' : of && measures[metric];
  };
};

const Reached = ({ reached, measure }: { reached: string | null; measure: Measure | undefined }) => {
  if (reached === null) return <div className="small">—</div>;
  const { said, exact } = reachedWord(reached, measure);
  return (
    <div className="small" title={exact}>
      {said}
    </div>
  );
};

/** Units that are ranked among each other: each with its place, score, what it scored by, and its place by holding time. */
export const LeagueTable = ({ league, of: { red, black, board } }: { league: League; of: Shown }) => {
  const { t, say, marks } = useWords();
  const metricWord = useMetricWord();
  const measureOf = useMeasureOf(board);
  const name = league.name ?? t('allInOne');
  const lineWord = ({ kind, metric }: Line): string => {
    if (kind === 'measure') return metricWord(metric);
    return `${t(kind === 'deduction' ? 'deductionOf' : 'floorOf')}${metricWord(metric)}`;
  };
  const place = ({ rank, tied }: { rank: number | null; tied: boolean }): string =>
    rank === null ? '' : `${rank}${tied ? marks.aside(t('tiedWord')) : ''}`;
  const named = [
    [red, league.red],
    [black, league.black],
  ] as const;
  return (
    <section className="panel" aria-label={name} data-testid="league">
      <div className="panel-head">
        <h2>{name}</h2>
      </div>
      {named.map(
        ([title, units]) =>
          units.length > 0 && (
            <p key={title.zh}>
              <strong>{say(title)}</strong> {units.join(marks.list)}
            </p>
          ),
      )}
      <PlainTable
        about={name}
        columns={[
          { title: t('placeWord') },
          { title: t('unit') },
          { title: t('scoreWord'), figure: true },
          ...(league.rows[0]?.lines ?? []).map((line) => ({ title: lineWord(line), figure: true })),
          { title: t('fairPlace'), figure: true },
        ]}
      >
        {league.rows.map((row) => (
          <tr key={row.unit?.code ?? row.unit?.name}>
            <td>{place(row)}</td>
            <th scope="row">{row.unit?.name}</th>
            <td className="figure">{row.score}</td>
            {row.lines.map((line, index) => (
              <td key={index} className="figure">
                {line.points}
                <Reached reached={line.reached} measure={measureOf(line)} />
              </td>
            ))}
            <td className="figure">
              {place(row.fair)} <div className="small">{row.fair.score}</div>
            </td>
          </tr>
        ))}
      </PlainTable>
    </section>
  );
};
