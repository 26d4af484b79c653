import { Alert, Button } from 'antd';
import { useWords } from '../words/words.ts';
import { minute } from './day.ts';
import { useTime } from './time.ts';

/** Says on every page which time is looked at, and whether the page shows it; printed with the page. */
export const PastBand = ({ follows }: { follows: boolean }) => {
  const { t, marks } = useWords();
  const { time, isPast, setTime } = useTime();
  if (!isPast) return null;
  const said = [
    ...(time.asOf === null ? [] : [`${t('asOf')} ${time.asOf}`]),
    ...(time.asKnown === null ? [] : [`${t('asKnown')} ${minute(time.asKnown)}`]),
  ];
  return (
    <Alert
      type="warning"
      showIcon
      banner
      className="past-band"
      title={`${follows ? t('past') : t('pastNotHere')}${marks.colon}${said.join(' · ')}`}
      action={
        <Button
          size="small"
          className="no-print"
          onClick={() => {
            setTime({ asOf: null, asKnown: null });
          }}
        >
          {t('backToToday')}
        </Button>
      }
    />
  );
};
