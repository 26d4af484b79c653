import { Descriptions } from 'antd';
import type { Schemas } from '../ask/api.ts';
import { useProjectCommands } from '../projects/project-queries.ts';
import type { Marks } from '../words/marks.ts';
import { useWords } from '../words/words.ts';

/** A value as it was filled in: an amount with its currency, a list with its items, everything else as it stands. */
const asSaid = (value: unknown, marks: Marks): string => {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((one) => asSaid(one, marks)).join(marks.list);
  return typeof value === 'object'
    ? Object.values(value)
        .map((one) => asSaid(one, marks))
        .join(' ')
    : String(value);
};

/** What a second person is asked to approve, field by field, in the words of its form. */
export const ApprovalBody = ({ known }: { known: Schemas['KnownApproval'] }) => {
  const { t, say, marks } = useWords();
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
        children: <span style={{ overflowWrap: 'anywhere' }}>{asSaid(value, marks)}</span>,
      }))}
    />
  );
};
