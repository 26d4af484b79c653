import type { ReactNode } from 'react';
import '../charts/charts.css';
import { Scrolling } from '../parts/scrolling.tsx';

const COLUMN = 6; // em that a column of words needs, so that a phone pushes the table instead of breaking every word

/** A column of a plain table; `figure`: its numbers stand flush right. */
interface PlainColumn {
  readonly title: string;
  readonly figure?: boolean;
}

/** A table of a few columns, as bureaus print them; wider than the screen it scrolls by itself. `about`: what it shows, for who hears the page. */
export const PlainTable = ({
  about,
  columns,
  testId,
  children,
}: {
  about: string;
  columns: readonly PlainColumn[];
  testId?: string;
  children: ReactNode;
}) => (
  <Scrolling about={about}>
    <table className="plain-table" data-testid={testId} style={{ minWidth: `${columns.length * COLUMN}em` }}>
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
