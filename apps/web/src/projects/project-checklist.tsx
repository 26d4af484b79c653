import { useQuery } from '@tanstack/react-query';
import { Button, Card, Skeleton } from 'antd';
import { useState } from 'react';
import { answered, api } from '../ask/api.ts';
import { ChecklistTable } from '../checklists/checklist.tsx';
import { CommandForm } from '../parts/form/command-form.tsx';
import type { Values } from '../parts/form/field-values.ts';
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

/** What the person may do with the items of a checklist. */
const useItemCommands = (): readonly MatterCommand[] => {
  const kind = useMatterKinds().data?.matters.find(({ name }) => name === 'checklist');
  const permissions = useSession().data?.permissions ?? [];
  return kind?.commands.filter(({ needs }) => permissions.includes(needs)) ?? [];
};

/** The items that people added, and at which version; undefined until it is known. */
const useAddedItems = (project: string) => {
  const lists = useQuery({
    queryKey: ['matters', 'checklists', 'of', project],
    queryFn: () => answered(api.GET('/api/checklists', { params: { query: { project, limit: 1 } } })),
  });
  if (!lists.data) return undefined;
  const added = lists.data.rows[0]; // nobody has added an item where there is none
  return { items: added?.kind === 'checklist' ? added.known.items : [], version: added?.version ?? null };
};

interface Doing {
  readonly command: MatterCommand;
  readonly fixed: Values;
}

/** What can be done with an item that people added, as it stands. */
const ItemButtons = ({
  commands,
  state,
  onBegin,
}: {
  commands: readonly MatterCommand[];
  state: string | undefined;
  onBegin: (command: MatterCommand) => void;
}) => {
  const { t } = useWords();
  const offered = OFFERED[state ?? ''] ?? [];
  return (
    <span className="buttons">
      {commands
        .filter(({ type }) => offered.includes(type))
        .map((command) => (
          <Button
            key={command.type}
            size="small"
            onClick={() => {
              onBegin(command);
            }}
          >
            {t(VERBS[command.type]!)}
          </Button>
        ))}
    </span>
  );
};

/** The checklist of one project, and what people do with the items they added. */
export const ProjectChecklist = ({ id, asOf }: { id: string; asOf: string | null }) => {
  const { t } = useWords();
  const [doing, begin] = useState<Doing | null>(null);
  const checklist = useQuery({
    queryKey: ['project', id, 'checklist', asOf],
    queryFn: () =>
      answered(api.GET('/api/projects/{id}/checklist', { params: { path: { id }, query: asOf ? { asOf } : {} } })),
  });
  const added = useAddedItems(id);
  const commands = useItemCommands();
  if (checklist.isError) return <Refused error={checklist.error} again={checklist.refetch} />;
  if (!checklist.data || !added) return <Skeleton active />;
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
              begin({ command: add, fixed: { key: `item-${Date.now().toString(36)}` } });
            }}
          >
            {t('addItem')}
          </Button>
        )
      }
    >
      <ChecklistTable
        items={checklist.data.items}
        {...(asOf || added.items.length === 0
          ? {}
          : {
              actions: ({ key }) => (
                <ItemButtons
                  commands={commands}
                  state={added.items.find((one) => one.key === key)?.state}
                  onBegin={(command) => {
                    begin({ command, fixed: { key } });
                  }}
                />
              ),
            })}
      />
      {doing && (
        <CommandForm
          onClose={() => {
            begin(null);
          }}
          begun={{
            ...doing,
            url: `/api/checklists/${id}/commands/${doing.command.path}`,
            version: added.version,
            pickers: { evidence: <PapersEntry project={id} /> },
            ...PREPARED[doing.command.type],
          }}
        />
      )}
    </Card>
  );
};
