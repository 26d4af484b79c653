import { ColourWord } from '../parts/colour-word.tsx';
import { Next, ProjectLink, Stuck } from './list-columns.tsx';
import type { ListRow } from './list-queries.ts';

/** The rows on a phone: a card with the four things that decide. */
export const ListCards = ({ rows, asOf }: { rows: readonly ListRow[]; asOf: string | null }) => (
  <ul className="cards narrow-only">
    {rows.map((row) => (
      <li key={row.id ?? row.code}>
        <div className="heading">
          <strong>
            <ProjectLink row={row} asOf={asOf} />
          </strong>
          <ColourWord colour={row.colour} />
        </div>
        <Stuck row={row} />
        <Next row={row} />
      </li>
    ))}
  </ul>
);
