import { useWords } from '../words/words.ts';

/** The other language, in its own name, and how it is chosen. */
export const useOtherLanguage = (): { readonly name: string; readonly choose: () => void } => {
  const { language, setLanguage } = useWords();
  return {
    name: language === 'zh' ? 'English' : '中文',
    choose: () => {
      setLanguage(language === 'zh' ? 'en' : 'zh');
    },
  };
};
