import type { ReactNode } from 'react';
import { forReading } from '../parts/money.ts';
import { useWords } from '../words/words.ts';
import type { ListGroup, ListRow } from './list-queries.ts';

/** The rows told apart by the year of signing, each part under its own head with its count and amount; without groups, as one. */
export const ListGroups = ({
  groups,
  rows,
  children,
}: {
  groups: readonly ListGroup[];
  rows: readonly ListRow[];
  children: (rows: readonly ListRow[]) => ReactNode;
}) => {
  const { many, t, language } = useWords();
  if (groups.length === 0) return children(rows);
  const headOf = ({ key, total, sums }: ListGroup): string =>
    [
      key === null ? t('noSigningYear') : language === 'zh' ? `${key} 年签约` : `Signed in ${key}`,
      many(total, 'projects'),
      ...sums.contracted.map(forReading),
    ].join(' · ');
  return groups.map((group) => {
    const own = rows.filter(({ signingYear }) => signingYear === group.key);
    return (
      own.length > 0 && (
        <section key={group.key ?? ''} className="list-group">
          <h2>{headOf(group)}</h2>
          {children(own)}
        </section>
      )
    );
  });
};
