import { Descriptions } from 'antd';
import { useProjectCommands } from '../projects/project-queries.ts';
import { useWords } from '../words/words.ts';

type Said = Readonly<Record<string, unknown>>;

/** A value as it was filled in: an amount with its currency, a list with its items, everything else as it stands. */
const asSaid = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(asSaid).join('、');
  return typeof value === 'object' ? Object.values(value).map(asSaid).join(' ') : String(value);
};

/** What a second person is asked to approve, field by field, in the words of its form. */
export const ApprovalBody = ({ known }: { known: Said }) => {
  const { t, say } = useWords();
  const command = useProjectCommands().commands.find(({ type }) => type === known['command']);
  const body = known['body'] as Said;
  const labels = new Map(command?.fields.map(({ name, label }) => [name, label]));
  return (
    <Descriptions
      column={1}
      size="small"
      title={`${t('toApprove')}：${say(command?.title, String(known['command']))}`}
      items={Object.entries(body).map(([name, value]) => ({
        key: name,
        label: say(labels.get(name), name),
        children: <span style={{ overflowWrap: 'anywhere' }}>{asSaid(value)}</span>,
      }))}
    />
  );
};
