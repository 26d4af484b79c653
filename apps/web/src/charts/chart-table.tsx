import { Link } from '../parts/way.tsx';
import type { Charted } from './charted.ts';

/** The same figures as a table: exact, and each opens what it counts. */
export const ChartTable = ({ title, charted }: { title: string; charted: Charted }) => (
  <div className="chart-table" tabIndex={0} role="region" aria-label={title}>
    <table>
      <thead>
        <tr>
          <th scope="col">{charted.head}</th>
          {charted.series.map(({ key, name }) => (
            <th key={key} scope="col" className="figure">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {charted.rows.map(({ key, label, values }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            {charted.series.map((series, index) => {
              const { said = '', exact, to } = values[index] ?? {};
              return (
                <td key={series.key} className="figure" title={exact}>
                  {to === undefined ? said : <Link to={to}>{said}</Link>}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
