import { Descriptions } from 'antd';
import type { Schemas } from '../ask/api.ts';
import { useFactWords } from '../parts/fact-words.ts';
import { useProjectCommands } from '../projects/project-queries.ts';
import { useWords } from '../words/words.ts';

/** What a second person is asked to approve, field by field, in the words of its form. */
export const ApprovalBody = ({ known }: { known: Schemas['KnownApproval'] }) => {
  const { t, say, marks } = useWords();
  const { fieldName, valueInWords } = useFactWords();
  const command = useProjectCommands().commands.find(({ type }) => type === known.command);
  const labels = new Map(command?.fields.map(({ name, label }) => [name, label]));
  return (
    <Descriptions
      column={1}
      size="small"
      title={`${t('toApprove')}${marks.colon}${say(command?.title, known.command)}`}
      items={Object.entries(known.body).map(([name, value]) => ({
        key: name,
        label: say(labels.get(name), name),
        children: (
          <span style={{ overflowWrap: 'anywhere' }}>
            {name === 'field' && typeof value === 'string' ? fieldName(value) : valueInWords(name, value)}
          </span>
        ),
      }))}
    />
  );
};
