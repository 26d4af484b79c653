import { Alert, Button } from 'antd';
import { useWords } from '../words/words.ts';
import { useChosen } from './chosen.ts';

/** Says on every page that shows the past that it does, and which day. */
export const PastBand = () => {
  const { t } = useWords();
  const { chosen, set } = useChosen();
  const asOf = chosen.get('asOf');
  if (asOf === null) return null;
  return (
    <Alert
      type="warning"
      showIcon
      banner
      title={`${t('past')}：${asOf}`}
      action={
        <Button
          size="small"
          onClick={() => {
            set('asOf', null);
          }}
        >
          {t('backToToday')}
        </Button>
      }
    />
  );
};
