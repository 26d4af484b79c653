import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useMatterKinds, useSession } from '../app/known-to-all.ts';
import { problemOf, Refusal, sent } from '../ask/api.ts';
import { PREPARED } from '../matters/matter-kinds.ts';
import type { Begun, Recorded } from '../parts/form/begun.ts';
import { CommandForm } from '../parts/form/command-form.tsx';
import type { Values } from '../parts/form/field-values.ts';
import { MATTER_PICKERS } from '../parts/form/record-pickers.tsx';
import { useTime } from '../parts/time.ts';
import { PROJECT_PICKERS } from '../projects/project-forms.tsx';
import { useProjectCommands } from '../projects/project-queries.ts';
import { counted } from '../words/counted.ts';
import { useWords, WORDS } from '../words/words.ts';
import type { ListRow } from './list-queries.ts';
import { exportedAtMost, someRefused } from './list-words.ts';

/** How a command goes to one of several projects. */
interface Address {
  readonly url: string;
  readonly fixed: Values;
}

const post = ({ url, fixed }: Address, body: Values, key: string): Promise<Recorded> =>
  sent<Recorded>(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ ...body, ...fixed }),
  });

/**
 * Gives one command to each project in turn. Where some refuse it the form stays open and says which and why; sent again it goes to those alone,
 * so that nothing is recorded twice.
 */
const useDelivery = (rows: readonly ListRow[], addressOf: (id: string) => Address) => {
  const done = useRef(new Set<string>());
  return async (body: Values, key: string): Promise<Recorded> => {
    const refused: { name: string; zh: string; en: string }[] = [];
    for (const { id, name } of rows) {
      if (id === null || id === undefined || done.current.has(id)) continue;
      try {
        await post(addressOf(id), body, `${key}-${id}`);
        done.current.add(id);
      } catch (error) {
        const { zh, en } = problemOf(error);
        refused.push({ name: name ?? '', zh, en });
      }
    }
    if (refused.length === 0) return {};
    const said = someRefused(done.current.size, refused);
    throw new Refusal({ type: 'about:blank', status: 422, code: 'some-refused', title: '', ...said, errors: [] });
  };
};

const ForEach = ({
  rows,
  begun,
  addressOf,
  onClose,
  onDone,
}: {
  rows: readonly ListRow[];
  begun: Begun;
  addressOf: (id: string) => Address;
  onClose: () => void;
  onDone: () => void;
}) => {
  const deliver = useDelivery(rows, addressOf);
  return <CommandForm begun={{ ...begun, deliver }} onClose={onClose} onDone={onDone} />;
};

const MOST_EXPORTED = 200; // an address holds no more; the server refuses more

/** What can be done with the rows that were chosen: taken out, given an owner, put under an order. */
export const PickedRows = ({
  rows,
  exportTo,
  onCopy,
  onClear,
}: {
  rows: readonly ListRow[];
  exportTo: string;
  onCopy: () => void;
  onClear: () => void;
}) => {
  const { many, t, say } = useWords();
  const { isPast } = useTime();
  const permissions = useSession().data?.permissions ?? [];
  const [chosen, choose] = useState<{ begun: Begun; addressOf: (id: string) => Address } | null>(null);
  const assign = useProjectCommands().commands.find(({ type }) => type === 'AssignOwner');
  const order = useMatterKinds()
    .data?.matters.find(({ path }) => path === 'orders')
    ?.commands.find(({ type }) => type === 'IssueOrder');
  const about = {
    zh: `将对所选 ${rows.length} 个项目逐一办理。`,
    en: `This is done for ${counted(rows.length, WORDS.projects).en}, one by one.`,
  };
  const offered = [
    ...(order === undefined
      ? []
      : [
          {
            command: order,
            begun: { pickers: MATTER_PICKERS, hidden: ['project', ...(PREPARED['IssueOrder']?.hidden ?? [])] },
            addressOf: (id: string) => ({ url: '/api/orders', fixed: { project: id } }),
          },
        ]),
    ...(assign === undefined
      ? []
      : [
          {
            command: assign,
            begun: { pickers: PROJECT_PICKERS },
            addressOf: (id: string) => ({ url: `/api/projects/${id}/commands/${assign.path}`, fixed: {} }),
          },
        ]),
  ].filter(({ command }) => permissions.some((permission) => permission === command.needs));
  return (
    <div className="picked no-print" role="region" aria-label={t('pickedRows')} data-testid="picked">
      <strong>
        {t('pickedRows')} {many(rows.length, 'projects')}
      </strong>
      {!isPast &&
        offered.map(({ command, begun, addressOf }) => (
          <Button
            key={command.type}
            onClick={() => {
              choose({ begun: { command, url: command.type, version: null, about, ...begun }, addressOf });
            }}
          >
            {say(command.title)}
          </Button>
        ))}
      <Button href={exportTo} disabled={rows.length > MOST_EXPORTED} data-testid="export-picked">
        {t('exportPicked')}
      </Button>
      {rows.length > MOST_EXPORTED && <span className="small">{say(exportedAtMost(MOST_EXPORTED))}</span>}
      <Button onClick={onCopy}>{t('copyPicked')}</Button>
      <Button type="link" onClick={onClear}>
        {t('clearPicked')}
      </Button>
      {chosen !== null && (
        <ForEach
          rows={rows}
          {...chosen}
          onClose={() => {
            choose(null);
          }}
          onDone={onClear}
        />
      )}
    </div>
  );
};
