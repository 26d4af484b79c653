import { Button } from 'antd';
import { Link } from '../parts/way.tsx';
import type { Schemas } from '../ask/api.ts';
import { useWords } from '../words/words.ts';
import { LanguageButton } from './language-button.tsx';
import { LooksButton } from './looks-button.tsx';
import { signOut } from './sign-out.ts';

/** What a person sets for the own eyes: the time that is looked at, the account, language and looks, the way out. In the head, and on a phone under the menu. */
export const OwnButtons = ({
  session,
  ghost = false,
  onTime,
}: {
  session: Schemas['Session'];
  ghost?: boolean;
  onTime: () => void;
}) => {
  const { t } = useWords();
  return (
    <span className="own-buttons">
      <Button size="small" ghost={ghost} onClick={onTime}>
        {t('timeTravel')}
      </Button>
      <Link to="/account" className="who">
        {session.name}
      </Link>
      <LanguageButton size="small" ghost={ghost} />
      <LooksButton ghost={ghost} />
      <Button
        size="small"
        ghost={ghost}
        onClick={() => {
          void signOut();
        }}
      >
        {t('signOut')}
      </Button>
    </span>
  );
};
