import { problemOf } from '../ask/api.ts';
import { useWords } from '../words/words.ts';

/** Why something was refused, in one line beside what was pressed. */
export const Refusal = ({ error }: { error: unknown }) => {
  const { say } = useWords();
  return (
    <span role="alert" className="refusal">
      {say(problemOf(error))}
    </span>
  );
};
