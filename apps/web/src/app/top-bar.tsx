import { Badge, Button } from 'antd';
import { Link } from '../parts/way.tsx';
import type { Schemas } from '../ask/api.ts';
import { useWords } from '../words/words.ts';
import { LanguageButton } from './language-button.tsx';
import { LooksButton } from './looks-button.tsx';
import { signOut } from './sign-out.ts';

/** The head of every page: where one is at home, what waits, who one is, the language, the way out. */
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
        <Button size="small" ghost onClick={onTime}>
          {t('timeTravel')}
        </Button>
        <Link to="/inbox" className="bell">
          {t('inbox')} <Badge count={waiting} size="small" showZero={false} />
          <span className="spoken">{waiting}</span>
        </Link>
        <Link to="/account" className="who">
          {session.name}
        </Link>
        <LanguageButton size="small" ghost />
        <LooksButton />
        <Button
          size="small"
          ghost
          onClick={() => {
            void signOut();
          }}
        >
          {t('signOut')}
        </Button>
      </span>
    </header>
  );
};
