import { Alert } from 'antd';
import type { Schemas } from '../ask/api.ts';
import { useWords } from '../words/words.ts';

/** What may be wrong and is recorded all the same, for somebody to compare with the papers. Nothing where nothing is in doubt. */
export const Doubts = ({ doubts }: { doubts: readonly Schemas['Doubt'][] }) => {
  const { say } = useWords();
  if (doubts.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="space-above"
      data-testid="doubts"
      title={doubts.map(({ code, message }) => (
        <div key={code}>{say(message)}</div>
      ))}
    />
  );
};
