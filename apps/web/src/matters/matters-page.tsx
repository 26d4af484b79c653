import { Button } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useParams } from 'react-router';
import { useMatterKinds, useSession } from '../app/known-to-all.ts';
import { NoSuchPage } from '../app/no-such-page.tsx';
import type { Begun } from '../parts/form/begun.ts';
import { CommandForm } from '../parts/form/command-form.tsx';
import { MATTER_PICKERS } from '../parts/form/record-pickers.tsx';
import { MoreButton } from '../parts/more-button.tsx';
import { Refused } from '../parts/refused.tsx';
import { useRowKeys } from '../parts/row-keys.ts';
import { useTime } from '../parts/time.ts';
import { useGo } from '../parts/way.tsx';
import { useWords } from '../words/words.ts';
import { KIND_WORDS, PREPARED, type MatterRow } from './matter-kinds.ts';
import { MattersFilters } from './matters-filters.tsx';
import { MattersTable } from './matters-table.tsx';
import { isNarrowed, useMatters, useNarrowing } from './use-matters.ts';

const idOf = ({ id }: MatterRow): string => id;

type Kind = NonNullable<ReturnType<typeof useMatterKinds>['data']>['matters'][number];

/** The buttons that open a matter of the kind, for who may; whoever has opened one goes on to it. */
const OpeningButtons = ({ path, kind }: { path: string; kind: Kind | undefined }) => {
  const { say } = useWords();
  const go = useGo();
  const { isPast } = useTime();
  const permissions = useSession().data?.permissions ?? [];
  const [begun, begin] = useState<Begun | null>(null);
  const opening = kind?.commands.filter(({ opens, needs }) => opens && permissions.includes(needs)) ?? [];
  return (
    <>
      {opening.map((command) => (
        <Button
          key={command.type}
          type="primary"
          disabled={isPast}
          onClick={() => {
            begin({
              command,
              url: `/api/${path}`,
              version: null,
              pickers: MATTER_PICKERS,
              ...PREPARED[command.type],
            });
          }}
        >
          {say(command.title)}
        </Button>
      ))}
      {begun && (
        <CommandForm
          begun={begun}
          onClose={() => {
            begin(null);
          }}
          onDone={(id) => {
            go(`/matters/${path}/${id}`);
          }}
        />
      )}
    </>
  );
};

/** All matters of one kind, of the time that is looked at: open ones first, the earliest due first. What is chosen stands in the address. */
export const MattersPage = () => {
  const { path = '' } = useParams();
  const { t } = useWords();
  const go = useGo();
  const words = KIND_WORDS[path];
  const kind = useMatterKinds().data?.matters.find((one) => one.path === path);
  const { time } = useTime();
  const narrowing = useNarrowing(words?.over ? 'all' : 'true');
  const pages = useMatters(path, narrowing, time);
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.rows) ?? [], [pages.data]);
  const keys = useMemo(
    () => ({
      Enter: ({ id }: MatterRow) => {
        go(`/matters/${path}/${id}`);
      },
    }),
    [go, path],
  );
  const { at } = useRowKeys(rows, idOf, keys);
  const title = words ? t(words.title) : '';
  useEffect(() => {
    document.title = `${title} · ${t('product')}`;
  }, [title, t]);
  if (words === undefined) return <NoSuchPage />;
  const states = kind?.states ?? {};
  return (
    <>
      <div className="heading">
        <h1 className="title">{title}</h1>
        <OpeningButtons path={path} kind={kind} />
      </div>
      <MattersFilters path={path} words={words} standing={narrowing.standing} states={states} />
      {pages.isError && <Refused error={pages.error} again={pages.refetch} />}
      <MattersTable
        about={title}
        path={path}
        words={words}
        states={states}
        rows={rows}
        loading={pages.isPending}
        chosen={at}
        empty={isNarrowed(narrowing) ? t('nothingFiltered') : t(words.empty)}
      />
      <MoreButton pages={pages} />
    </>
  );
};
