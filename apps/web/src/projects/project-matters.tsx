import { useQuery } from '@tanstack/react-query';
import { Button, Card, Tag, Typography } from 'antd';
import { useState } from 'react';
import { Link, useGo } from '../parts/way.tsx';
import { answered, api } from '../ask/api.ts';
import type { Begun } from '../parts/form/begun.ts';
import { CommandForm } from '../parts/form/command-form.tsx';
import { AndDue } from '../parts/due-word.tsx';
import { useMatterKinds, useSession, useUnitName } from '../app/known-to-all.ts';
import { KIND_WORDS, PREPARED } from '../matters/matter-kinds.ts';
import { MATTER_PICKERS } from '../parts/form/record-pickers.tsx';
import { useWords, type Word } from '../words/words.ts';

const OPENS: Readonly<Record<string, Word>> = { IssueOrder: 'issueOrder', RaiseIssue: 'raiseIssue' };

/** A title without the name of the project on whose page it stands. */
const withoutName = (title: string, name: string): string =>
  [`${name}：`, `${name}: `].reduce((left, start) => (left.startsWith(start) ? left.slice(start.length) : left), title);

/** The orders, or the issues, of one project, and the button that opens another. */
export const ProjectMatters = ({
  id,
  name,
  unit,
  path,
  empty,
}: {
  id: string;
  name: string;
  unit: string | null;
  path: 'orders' | 'issues';
  empty: Word;
}) => {
  const { t, say, marks } = useWords();
  const go = useGo();
  const unitName = useUnitName();
  const [begun, begin] = useState<Begun | null>(null);
  const kind = useMatterKinds().data?.matters.find((one) => one.path === path);
  const permissions = useSession().data?.permissions ?? [];
  const matters = useQuery({
    queryKey: ['matters', path, 'of', id],
    queryFn: () => answered(api.GET(`/api/${path}` as const, { params: { query: { project: id, limit: 100 } } })),
  });
  const opening = kind?.commands.find(({ opens, needs }) => opens && permissions.includes(needs));
  return (
    <Card
      size="small"
      style={{ marginBottom: 16 }}
      title={t(KIND_WORDS[path]!.title)}
      data-testid={`project-${path}`}
      extra={
        opening && (
          <Button
            size="small"
            onClick={() => {
              begin({
                command: opening,
                url: `/api/${path}`,
                version: null,
                fixed: { project: id },
                initial: opening.type === 'IssueOrder' && unit ? { unit } : {},
                pickers: MATTER_PICKERS,
                ...PREPARED[opening.type],
              });
            }}
          >
            {t(OPENS[opening.type]!)}
          </Button>
        )
      }
    >
      {matters.data?.rows.length === 0 && <Typography.Text type="secondary">{t(empty)}</Typography.Text>}
      <ul className="history">
        {matters.data?.rows.map((row) => (
          <li key={row.id}>
            <Link to={`/matters/${path}/${row.id}`}>
              {row.number ? `${row.number} ` : ''}
              {withoutName(say(row.title), name)}
            </Link>{' '}
            <Tag color={row.open ? 'blue' : 'default'}>{say(kind?.states[row.state], row.state)}</Tag>
            <div className="small">
              {row.openedOn}
              {row.unit && ` · ${unitName(row.unit)}`}
              {row.people.length > 0 && ` · ${row.people.join(marks.list)}`}
              <AndDue due={row.due} />
            </div>
          </li>
        ))}
      </ul>
      {begun && (
        <CommandForm
          begun={begun}
          onClose={() => {
            begin(null);
          }}
          onDone={(matter) => {
            go(`/matters/${path}/${matter}`);
          }}
        />
      )}
    </Card>
  );
};
