import { Tag } from 'antd';
import { useWords } from '../words/words.ts';
import { VERDICTS } from './import-words.ts';

const SIGNS: Readonly<Record<string, string>> = { reject: '✕', held: '?', warn: '!' };

/** A verdict as a word with its sign, so that it is told without colour. */
export const VerdictTag = ({ verdict }: { verdict: string }) => {
  const { say } = useWords();
  return (
    <Tag className={`verdict verdict-${verdict}`}>
      {SIGNS[verdict]} {say(VERDICTS[verdict], verdict)}
    </Tag>
  );
};
