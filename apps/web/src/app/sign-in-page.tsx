import type { Schemas } from '../ask/api.ts';
import { useWords } from '../words/words.ts';
import { useOtherLanguage } from './other-language.ts';
import { SignInForm } from './sign-in-form.tsx';

/** The door. `onTyping`: somebody is about to come in. */
export const SignInPage = ({
  onTyping,
  onDone,
}: {
  onTyping: () => void;
  onDone: (session: Schemas['Session'], password: string) => void;
}) => {
  const { t, language } = useWords();
  const other = useOtherLanguage();
  document.title = `${t('signIn')} · ${t('product')}`;
  return (
    <main className="door" onInput={onTyping}>
      <div className="door-card">
        <h1>
          {t('product')} <small>{language === 'zh' ? 'Luodi' : '落地'}</small>
        </h1>
        <p className="small">{t('about')}</p>
        <SignInForm onDone={onDone} />
        <button type="button" className="press-quiet" onClick={other.choose}>
          {other.name}
        </button>
      </div>
    </main>
  );
};
