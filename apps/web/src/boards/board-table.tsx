import type { Schemas } from '../ask/api.ts';
import { useMetricWord } from '../numbers/metric-words.ts';
import { PlainTable } from '../numbers/plain-table.tsx';
import { useWords } from '../words/words.ts';

type Shown = Schemas['Board'];
type League = Shown['leagues'][number];
type Line = League['rows'][number]['lines'][number];

const grouped = (number: string): string => number.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');

/** Units that are ranked among each other: each with its place, score, what it scored by, and its place by holding time. */
export const LeagueTable = ({ league, of: { red, black } }: { league: League; of: Shown }) => {
  const { t, say, marks } = useWords();
  const metricWord = useMetricWord();
  const name = league.name ?? t('allInOne');
  const lineWord = ({ kind, metric }: Line): string => {
    if (kind === 'measure') return metricWord(metric);
    return `${t(kind === 'deduction' ? 'deductionOf' : 'floorOf')}${metricWord(metric)}`;
  };
  const place = ({ rank, tied }: { rank: number | null; tied: boolean }): string =>
    rank === null ? '' : `${rank}${tied ? t('tiedWord') : ''}`;
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
            {row.lines.map(({ reached, points }, index) => (
              <td key={index} className="figure">
                {points}
                <div className="small">{reached === null ? '—' : grouped(reached)}</div>
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
