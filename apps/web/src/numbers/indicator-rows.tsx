import { useState } from 'react';
import type { Schemas } from '../ask/api.ts';
import { useOrganisation } from '../app/known-to-all.ts';
import { useWords } from '../words/words.ts';
import { ProjectRows, useUnitsOf } from './drill-rows.tsx';
import type { FigureAsked } from './figure-address.ts';
import { FigureCell } from './figure-cell.tsx';

interface Row {
  readonly name: string;
  readonly asked: FigureAsked;
  readonly figures: Schemas['Indicators']['rows'][number]['figures'];
}

type Units = Schemas['Organisation']['units'];

/** The team of a row, where units stand below it; null of any other row. */
const teamOf = ({ by, key }: FigureAsked, units: Units): string | null => {
  if (by !== 'team' || key == null) return null;
  return units.some(({ parent }) => parent === key) ? key : null;
};

/** A row of the table that opens in its place: a team into its units, everything else into its projects. */
export const OpeningRow = ({
  row: { name, asked, figures },
  metrics,
  within = false,
}: {
  row: Row;
  metrics: readonly string[];
  within?: boolean;
}) => {
  const { t } = useWords();
  const [open, show] = useState(false);
  const team = teamOf(asked, useOrganisation().data?.units ?? []);
  return (
    <>
      <tr className={within ? 'within' : ''}>
        <th scope="row">
          <button
            type="button"
            className="row-opener"
            aria-expanded={open}
            aria-label={`${t(open ? 'closeRow' : 'openRow')} ${name}`}
            onClick={() => {
              show(!open);
            }}
          >
            {open ? '▾' : '▸'}
          </button>
          {name}
        </th>
        {metrics.map((metric) => (
          <FigureCell key={metric} metric={metric} figure={figures[metric]} asked={asked} />
        ))}
      </tr>
      {open && team === null && <ProjectRows metrics={metrics} asked={asked} />}
      {open && team !== null && <UnitRows team={team} asked={asked} metrics={metrics} />}
    </>
  );
};

/** The units of a team, each opening into its projects. */
const UnitRows = ({ team, asked, metrics }: { team: string; asked: FigureAsked; metrics: readonly string[] }) => {
  const { t } = useWords();
  const { by: _by, key: _key, ...of } = asked;
  const table = useUnitsOf(team, of, metrics);
  if (table.data === undefined)
    return (
      <tr>
        <td colSpan={metrics.length + 1}>{t(table.isError ? 'failed' : 'loadingRows')}</td>
      </tr>
    );
  return table.data.rows.map(({ key, unit, figures }) => (
    <OpeningRow
      key={key ?? ''}
      within
      metrics={metrics}
      row={{
        name: unit?.name ?? key ?? t('noneNamed'),
        asked: { ...of, unit: team, by: 'unit', key: key ?? '' },
        figures,
      }}
    />
  ));
};
