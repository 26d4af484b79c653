import type { ReactNode } from 'react';
import '../charts/charts.css';
import { Scrolling } from '../parts/scrolling.tsx';

const COLUMN = 6; // em that a column of words needs, so that a phone pushes the table instead of breaking every word

/** A column of a plain table; `figure`: its numbers stand flush right. */
interface PlainColumn {
  readonly title: string;
  readonly figure?: boolean;
}

/** A table of a few columns, as bureaus print them; wider than the screen it scrolls by itself. `about`: what it shows, for who hears the page; `stacks`: on a phone each row is a block, and a cell stands under its `data-column`. */
export const PlainTable = ({
  about,
  columns,
  testId,
  stacks = false,
  children,
}: {
  about: string;
  columns: readonly PlainColumn[];
  testId?: string;
  stacks?: boolean;
  children: ReactNode;
}) => (
  <Scrolling about={about}>
    <table
      className={stacks ? 'plain-table stacks' : 'plain-table'}
      data-testid={testId}
      style={{ minWidth: `${columns.length * COLUMN}em` }}
    >
      <thead>
        <tr>
          {columns.map(({ title, figure = false }) => (
            <th key={title} scope="col" className={figure ? 'figure' : ''}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </Scrolling>
);
