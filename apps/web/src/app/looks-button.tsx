import { Button } from 'antd';
import { useWords } from '../words/words.ts';
import { switchLooks, useLooks } from './looks.ts';

/** From light to dark and back. */
export const LooksButton = () => {
  const { t } = useWords();
  const looks = useLooks();
  return (
    <Button size="small" ghost onClick={switchLooks}>
      {t(looks === 'dark' ? 'lightLooks' : 'darkLooks')}
    </Button>
  );
};
