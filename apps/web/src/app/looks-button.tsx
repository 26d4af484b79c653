import { Button } from 'antd';
import { useWords } from '../words/words.ts';
import { switchLooks, useLooks } from './looks.ts';

/** From light to dark and back. */
export const LooksButton = ({ ghost }: { ghost: boolean }) => {
  const { t } = useWords();
  const looks = useLooks();
  return (
    <Button size="small" ghost={ghost} onClick={switchLooks}>
      {t(looks === 'dark' ? 'lightLooks' : 'darkLooks')}
    </Button>
  );
};
