import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useMemo, useState, type ReactNode } from 'react';
import { useLooks } from './looks.ts';
import { THEMES } from './themes.ts';
import { LanguageContext, type Language } from '../words/words.ts';

const KEPT = 'luodi-language';
const firstLanguage = (): Language => {
  const kept = localStorage.getItem(KEPT);
  if (kept === 'zh' || kept === 'en') return kept;
  return navigator.language.startsWith('en') ? 'en' : 'zh';
};

/** The language, chosen once and kept on this machine, and the looks. */
export const LanguageAndLooks = ({ children }: { children: ReactNode }) => {
  const looks = useLooks();
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
  return (
    <LanguageContext.Provider value={words}>
      <ConfigProvider locale={language === 'zh' ? zhCN : enUS} theme={THEMES[looks]}>
        {children}
      </ConfigProvider>
    </LanguageContext.Provider>
  );
};
