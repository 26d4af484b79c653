import type { Schemas } from '../ask/api.ts';
import { useWords } from '../words/words.ts';
import { LanguageButton } from './language-button.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** The door. */
export const SignInPage = ({ onDone }: { onDone: (session: Schemas['Session'], password: string) => void }) => {
  const { t, language } = useWords();
  document.title = `${t('signIn')} · ${t('product')}`;
  return (
    <main className="door">
      <div className="door-card">
        <h1>
          {t('product')} <small>{language === 'zh' ? 'Luodi' : '落地'}</small>
        </h1>
        <p className="small">{t('about')}</p>
        <SignInForm onDone={onDone} />
        <LanguageButton type="link" className="flush" />
      </div>
    </main>
  );
};
