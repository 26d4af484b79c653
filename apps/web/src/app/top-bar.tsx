import { Badge, Button } from 'antd';
import { Link } from '../parts/way.tsx';
import type { Schemas } from '../ask/api.ts';
import { useWords } from '../words/words.ts';
import { OwnButtons } from './own-buttons.tsx';

/** The head of every page, in one line: where one is at home, what can be found, what waits, and what is one’s own. */
export const TopBar = ({
  session,
  waiting,
  onMenu,
  onSearch,
  onTime,
}: {
  session: Schemas['Session'];
  waiting: number;
  onMenu: () => void;
  onSearch: () => void;
  onTime: () => void;
}) => {
  const { t } = useWords();
  return (
    <header className="top">
      <Button ghost size="small" className="narrow-only" onClick={onMenu} aria-label={t('menu')}>
        ☰
      </Button>
      <Link to="/">{t('product')}</Link>
      <span className="about">{t('about')}</span>
      <span className="right">
        <Button size="small" ghost onClick={onSearch}>
          {t('palette')} <span className="about">Ctrl K</span>
        </Button>
        <Link to="/inbox" className="bell">
          {t('inbox')} <Badge count={waiting} size="small" showZero={false} />
          <span className="spoken">{waiting}</span>
        </Link>
        <OwnButtons session={session} ghost onTime={onTime} />
      </span>
    </header>
  );
};
