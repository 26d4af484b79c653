import { Button, type ButtonProps } from 'antd';
import { useOtherLanguage } from './other-language.ts';

/** The other language, in its own name. */
export const LanguageButton = (look: ButtonProps) => {
  const { name, choose } = useOtherLanguage();
  return (
    <Button {...look} onClick={choose}>
      {name}
    </Button>
  );
};
