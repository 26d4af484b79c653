import { Button } from 'antd';
import { useWords } from '../words/words.ts';
import { Furnished } from './furnished.tsx';
import { LanguageButton } from './language-button.tsx';
import { PasswordForm } from './password-form.tsx';
import { signOut } from './sign-out.ts';

/** Whoever signs in with a password that somebody else has seen chooses an own one before anything else. */
export const FirstPasswordPage = ({
  user,
  typed,
  onDone,
}: {
  user: string;
  typed: string | null;
  onDone: () => unknown;
}) => {
  const { t } = useWords();
  document.title = `${t('firstPasswordTitle')} · ${t('product')}`;
  return (
    <Furnished>
      <main className="door">
        <div className="door-card">
          <h1>{t('firstPasswordTitle')}</h1>
          <p>{t('firstPasswordHint')}</p>
          <PasswordForm user={user} onDone={onDone} {...(typed === null ? {} : { known: typed })} />
          <div className="buttons space-above">
            <LanguageButton size="small" />
            <Button
              size="small"
              onClick={() => {
                void signOut();
              }}
            >
              {t('signOut')}
            </Button>
          </div>
        </div>
      </main>
    </Furnished>
  );
};
