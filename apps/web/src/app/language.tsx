import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useMemo, useState, type ReactNode } from 'react';
import { LanguageContext, type Language } from '../words/words.ts';

// Whoever asked the system for less motion gets none; a slow machine shows menus where they stay.
const MOVES = !window.matchMedia('(prefers-reduced-motion: reduce)').matches;

const KEPT = 'luodi-language';
const firstLanguage = (): Language => {
  const kept = localStorage.getItem(KEPT);
  if (kept === 'zh' || kept === 'en') return kept;
  return navigator.language.startsWith('en') ? 'en' : 'zh';
};

/** The looks (one accent, no motion where none is wanted) and the language, chosen once and kept on this machine. */
const THEME = {
  token: {
    colorPrimary: '#0b3d33',
    colorLink: '#0b5d4e',
    colorError: '#b3261e',
    colorSuccess: '#1e6b2e',
    colorWarning: '#b45309',
    colorInfo: '#1558b0',
    colorTextSecondary: '#595959',
    colorTextTertiary: '#666666',
    colorTextDescription: '#595959',
    colorTextPlaceholder: '#6b6b6b',
    colorTextDisabled: '#6b6b6b',
    colorPrimaryBg: '#e2f0ec', // what is chosen: antd would make a near-black of so dark an accent
    colorPrimaryBgHover: '#d3e8e1',
    controlItemBgActive: '#e2f0ec',
    controlItemBgActiveHover: '#d3e8e1',
    colorBgLayout: '#f5f5f5',
    borderRadius: 4,
    fontSize: 14,
    motion: MOVES,
  },
  components: {
    Menu: { itemSelectedBg: '#d9ece6', itemSelectedColor: '#0b3d33' },
    Button: { defaultShadow: 'none', primaryShadow: 'none' },
    Badge: { colorError: '#b3261e' },
  },
};

export const LanguageAndLooks = ({ children }: { children: ReactNode }) => {
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
      <ConfigProvider locale={language === 'zh' ? zhCN : enUS} theme={THEME}>
        {children}
      </ConfigProvider>
    </LanguageContext.Provider>
  );
};
