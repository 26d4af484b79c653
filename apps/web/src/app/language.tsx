import { useMemo, useState, type ReactNode } from 'react';
import { LanguageContext, type Language } from '../words/words.ts';

const KEPT = 'luodi-language';
const firstLanguage = (): Language => {
  const kept = localStorage.getItem(KEPT);
  if (kept === 'zh' || kept === 'en') return kept;
  return navigator.language.startsWith('en') ? 'en' : 'zh';
};

/** The language, chosen once and kept on this machine. */
export const LanguageChoice = ({ children }: { children: ReactNode }) => {
  const [language, set] = useState<Language>(firstLanguage);
  const words = useMemo(
    () => ({
      language,
      setLanguage: (to: Language) => {
        localStorage.setItem(KEPT, to);
        set(to);
      },
    }),
    [language],
  );
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  return <LanguageContext.Provider value={words}>{children}</LanguageContext.Provider>;
};
