import { Alert, Steps } from 'antd';
import type { Schemas } from '../ask/api.ts';
import { useWords } from '../words/words.ts';
import { ASIDE } from './matter-kinds.ts';

/** Where a matter stands between its opening and its close; a state beside that course is said by itself. */
export const MatterSteps = ({
  state,
  isOpen,
  states,
}: {
  state: string;
  isOpen: boolean;
  states: Schemas['MatterCatalogue']['matters'][number]['states'];
}) => {
  const { say } = useWords();
  if (ASIDE.includes(state))
    return <Alert type="info" showIcon title={say(states[state], state)} style={{ marginBottom: 12 }} />;
  const course = Object.keys(states).filter((one) => !ASIDE.includes(one));
  return (
    <Steps
      size="small"
      responsive
      current={course.indexOf(state)}
      {...(isOpen ? {} : { status: 'finish' as const })}
      style={{ margin: '8px 0 16px' }}
      items={course.map((one) => ({ title: say(states[one], one) }))}
      data-testid="steps"
    />
  );
};
