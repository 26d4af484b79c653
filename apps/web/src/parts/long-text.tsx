import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../words/words.ts';

const SHORT = 300; // characters that stand whole

/** A text as it was written: a long one begins with its first lines, and is whole when it is called for and on paper. */
export const LongText = ({ text }: { text: string }) => {
  const { t } = useWords();
  const [whole, show] = useState(false);
  if (text.length <= SHORT) return text;
  return (
    <>
      <div className={whole ? undefined : 'first-lines'}>{text}</div>
      <Button
        type="link"
        size="small"
        className="no-print"
        aria-expanded={whole}
        onClick={() => {
          show(!whole);
        }}
      >
        {t(whole ? 'firstLines' : 'wholeText')}
      </Button>
    </>
  );
};
