import { Button, Card } from 'antd';
import type { Schemas } from '../ask/api.ts';
import { today } from '../parts/day.ts';
import { useWords } from '../words/words.ts';
import type { BeginCommand } from './unit-card.tsx';

/** Who is away now or will be, and who stands in. */
export const Leaves = ({
  leaves,
  onBegin,
}: {
  leaves: Schemas['Organisation']['leaves'];
  onBegin: BeginCommand | undefined;
}) => {
  const { t } = useWords();
  const ahead = leaves.filter(({ until }) => until >= today());
  return (
    <Card
      size="small"
      title={t('leaves')}
      data-testid="leaves"
      extra={
        onBegin && (
          <Button
            size="small"
            onClick={() => {
              onBegin('RecordLeave');
            }}
          >
            {t('recordLeave')}
          </Button>
        )
      }
    >
      {ahead.length === 0 && <p className="small">{t('noLeaves')}</p>}
      <ul className="plain">
        {ahead.map(({ person, from, until, deputy }) => (
          <li key={`${person}${from}`}>
            {person} {from} – {until} {deputy !== null && `${t('deputy')} ${deputy}`}
          </li>
        ))}
      </ul>
    </Card>
  );
};
