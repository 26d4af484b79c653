import { Button, type ButtonProps } from 'antd';
import { useWords } from '../words/words.ts';

/** The other language, in its own name. */
export const LanguageButton = (look: ButtonProps) => {
  const { language, setLanguage } = useWords();
  return (
    <Button
      {...look}
      onClick={() => {
        setLanguage(language === 'zh' ? 'en' : 'zh');
      }}
    >
      {language === 'zh' ? 'English' : '中文'}
    </Button>
  );
};
