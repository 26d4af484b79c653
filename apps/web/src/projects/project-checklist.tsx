import { useQuery } from '@tanstack/react-query';
import { Button, Card, Skeleton } from 'antd';
import { useState } from 'react';
import { answered, api } from '../ask/api.ts';
import { ChecklistTable } from '../checklists/checklist.tsx';
import { CommandForm } from '../parts/form/command-form.tsx';
import { useMatterKinds, useSession } from '../app/known-to-all.ts';
import { PREPARED, type MatterCommand } from '../matters/matter-kinds.ts';
import { PapersEntry } from '../papers/papers-entry.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWords, type Word } from '../words/words.ts';

const VERBS: Readonly<Record<string, Word>> = { ReportItem: 'report', VerifyItem: 'verify', RemoveItem: 'remove' };
const OFFERED: Readonly<Record<string, readonly string[]>> = {
  open: ['ReportItem', 'RemoveItem'],
  reported: ['VerifyItem', 'RemoveItem'],
  verified: ['RemoveItem'],
};
/** The checklist of one project, and what people do with the items they added. */
export const ProjectChecklist = ({ id, asOf }: { id: string; asOf: string | null }) => {
  const { t } = useWords();
  const [open, setOpen] = useState<{ command: MatterCommand; fixed: Record<string, unknown> } | null>(null);
  const checklist = useQuery({
    queryKey: ['project', id, 'checklist', asOf],
    queryFn: () =>
      answered(api.GET('/api/projects/{id}/checklist', { params: { path: { id }, query: asOf ? { asOf } : {} } })),
  });
  const lists = useQuery({
    queryKey: ['matters', 'checklists', 'of', id],
    queryFn: () => answered(api.GET('/api/checklists', { params: { query: { project: id, limit: 1 } } })),
  });
  const added = lists.data?.rows[0]; // nobody has added an item where there is none
  const permissions = useSession().data?.permissions ?? [];
  const commands = (useMatterKinds().data?.matters.find(({ name }) => name === 'checklist')?.commands ?? []).filter(
    ({ needs }) => permissions.includes(needs),
  );
  if (checklist.isError) return <Refused error={checklist.error} again={checklist.refetch} />;
  if (!checklist.data || !lists.data) return <Skeleton active />;
  const items = added?.kind === 'checklist' ? added.known.items : [];
  const add = commands.find(({ type }) => type === 'AddItem');
  const done = checklist.data.items.filter(({ state }) => state === 'done').length;
  return (
    <Card
      size="small"
      title={`${t('checklist')} · ${t('doneOf')} ${done} / ${checklist.data.items.length}`}
      data-testid="checklist"
      extra={
        !asOf &&
        add && (
          <Button
            size="small"
            onClick={() => {
              setOpen({ command: add, fixed: { key: `item-${Date.now().toString(36)}` } });
            }}
          >
            {t('addItem')}
          </Button>
        )
      }
    >
      <ChecklistTable
        items={checklist.data.items}
        {...(asOf || items.length === 0
          ? {}
          : {
              actions: ({ key }) => {
                const types = OFFERED[items.find((one) => one.key === key)?.state ?? ''] ?? [];
                return (
                  <span className="buttons">
                    {commands
                      .filter(({ type }) => types.includes(type))
                      .map((command) => (
                        <Button
                          key={command.type}
                          size="small"
                          onClick={() => {
                            setOpen({ command, fixed: { key } });
                          }}
                        >
                          {t(VERBS[command.type]!)}
                        </Button>
                      ))}
                  </span>
                );
              },
            })}
      />
      {open && (
        <CommandForm
          onClose={() => {
            setOpen(null);
          }}
          begun={{
            ...open,
            url: `/api/checklists/${id}/commands/${open.command.path}`,
            version: added?.version ?? null,
            pickers: { evidence: <PapersEntry project={id} /> },
            ...PREPARED[open.command.type],
          }}
        />
      )}
    </Card>
  );
};
