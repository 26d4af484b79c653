import { Button, Card, Empty, Typography } from 'antd';
import type { ReactNode } from 'react';
import type { Schemas } from '../ask/api.ts';
import { ColourWord } from '../parts/colour-word.tsx';
import { Link } from '../parts/way.tsx';
import { lateWords } from '../words/late.ts';
import { CLOCKS, useWords } from '../words/words.ts';

const MOST_BUTTONS = 40; // the others are found by typing

/** One thing a leader looks at; `none` is said where there is nothing. */
export const LeaderCard = ({
  title,
  none,
  isEmpty,
  children,
}: {
  title: string;
  none: string;
  isEmpty: boolean;
  children: ReactNode;
}) => (
  <Card size="small" className="space-above" title={title}>
    {isEmpty ? none : children}
  </Card>
);

/** The projects that are late, each with the clock that decides, its days, and what comes next or stands in the way. */
export const LateProjects = ({ rows }: { rows: readonly Schemas['ListRow'][] }) => {
  const { say } = useWords();
  const wordsOf = ({ clock, daysLate, nextStep, reason }: Schemas['ListRow']): string =>
    [
      clock && say(CLOCKS[clock], clock),
      daysLate !== null && daysLate > 0 && say(lateWords(daysLate)),
      nextStep ?? reason,
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <ul className="history">
      {rows.map((row) => (
        <li key={row.id}>
          <Link to={`/projects/${row.id}`}>{row.name}</Link> <ColourWord colour={row.colour} />
          <div className="small">{wordsOf(row)}</div>
        </li>
      ))}
    </ul>
  );
};

/** Whom one can look at, where one answers for nothing oneself. */
export const Leaders = ({
  leaders,
  onChoose,
}: {
  leaders: Schemas['Leaders']['leaders'];
  onChoose: (name: string) => void;
}) => {
  const { t, marks } = useWords();
  if (leaders.length === 0) return <Empty description={t('noLeaders')} />;
  return (
    <div data-testid="leaders">
      <Typography.Paragraph>{t('chooseLeader')}</Typography.Paragraph>
      <div className="buttons">
        {leaders.slice(0, MOST_BUTTONS).map(({ name, projects }) => (
          <Button
            key={name}
            onClick={() => {
              onChoose(name);
            }}
          >
            {name}
            {marks.aside(projects)}
          </Button>
        ))}
      </div>
    </div>
  );
};
