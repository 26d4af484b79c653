import { ColourWord } from '../parts/colour-word.tsx';
import { Next, ProjectLink, Stuck } from './deciding-cells.tsx';
import type { ListRow } from './list-queries.ts';

/** The rows on a phone: a card with the four things that decide. */
export const ListCards = ({ rows }: { rows: readonly ListRow[] }) => (
  <ul className="cards">
    {rows.map((row) => (
      <li key={row.id ?? row.code}>
        <div className="heading">
          <strong>
            <ProjectLink row={row} />
          </strong>
          <ColourWord colour={row.colour} />
        </div>
        <Stuck row={row} />
        <Next row={row} />
      </li>
    ))}
  </ul>
);
