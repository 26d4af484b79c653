import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { useWords } from '../words/words.ts';
import { useLooks } from './looks.ts';
import { Messages } from './messages.tsx';
import { THEMES } from './themes.ts';
import './furniture.css';

/** What stands behind the door is made of antd's parts, in the language and the looks of the page. The door itself is plain, so that it opens at once. */
export const Furnished = ({ children }: { children: ReactNode }) => {
  const looks = useLooks();
  const { language } = useWords();
  return (
    <ConfigProvider locale={language === 'zh' ? zhCN : enUS} theme={THEMES[looks]}>
      <Messages>{children}</Messages>
    </ConfigProvider>
  );
};
