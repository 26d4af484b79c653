import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, Button, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { answered, api, type Schemas } from '../ask/api.ts';
import { useFiguresAsked } from '../numbers/figures-asked.ts';
import { FiguresBar } from '../numbers/figures-bar.tsx';
import { KeeperButton } from '../numbers/keeper-button.tsx';
import { useKeepsNumbers } from '../numbers/keeps-numbers.ts';
import '../numbers/numbers.css';
import { Answer } from '../parts/answer.tsx';
import { useChosen } from '../parts/chosen.ts';
import { Notice } from '../parts/notice.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWords } from '../words/words.ts';
import { BoardForm, FreezeBoardForm } from './board-forms.tsx';
import { LeagueTable } from './board-table.tsx';
import { useBoards } from './use-boards.ts';

/** The places of a board over what is asked for, or as a month was posted. */
const usePlaces = (name: string | undefined, month: string | null) => {
  const { definition: _own, ...asked } = useFiguresAsked(); // a board has its own definition
  return useQuery({
    queryKey: ['list', 'board', name, month, asked],
    queryFn: async () => {
      if (month === null)
        return {
          same: null,
          shown: await answered(api.GET('/api/boards/{name}', { params: { path: { name: name! }, query: asked } })),
        };
      return answered(api.GET('/api/boards/{name}/frozen/{month}', { params: { path: { name: name!, month } } }));
    },
    enabled: name !== undefined,
    placeholderData: keepPreviousData,
  });
};

/** A board as it is, or as it was posted. */
const Places = ({ name, month }: { name: string; month: string | null }) => {
  const { t } = useWords();
  const { set } = useChosen();
  const places = usePlaces(name, month);
  if (places.isError) return <Refused error={places.error} again={places.refetch} />;
  if (places.data === undefined) return <Skeleton active />;
  const { shown, same } = places.data;
  return (
    <>
      {month !== null && (
        <Alert
          type={same === true ? 'info' : 'warning'}
          showIcon
          title={`${t('asPosted')} ${month}`}
          description={t(same === true ? 'asPostedSame' : 'asPostedOther')}
          action={
            <Button
              size="small"
              onClick={() => {
                set('frozen', null);
              }}
            >
              {t('backToNow')}
            </Button>
          }
        />
      )}
      {shown.leagues.map((league) => (
        <LeagueTable key={league.name} league={league} of={shown} />
      ))}
    </>
  );
};

/** The months of a board that were frozen. */
const FrozenMonths = ({ months }: { months: readonly string[] }) => {
  const { t } = useWords();
  const { set } = useChosen();
  if (months.length === 0) return null;
  return (
    <section className="panel" aria-label={t('frozenMonths')} data-testid="frozen-months">
      <div className="panel-head">
        <h2>{t('frozenMonths')}</h2>
      </div>
      <p className="files">
        {months.map((month) => (
          <a
            key={month}
            href={`?frozen=${month}`}
            onClick={(event) => {
              event.preventDefault();
              set('frozen', month);
            }}
          >
            {month}
          </a>
        ))}
      </p>
    </section>
  );
};

type Doing = 'new' | 'edit' | 'freeze';

/** The board that is chosen, and what who keeps the numbers does with it. */
const OneBoard = ({
  board,
  all,
  frozen,
  onBegin,
}: {
  board: Schemas['Boards']['boards'][number];
  all: Schemas['Boards']['boards'];
  frozen: readonly string[];
  onBegin: ((doing: Doing) => void) | null;
}) => {
  const { t, say } = useWords();
  const { chosen, set } = useChosen();
  const month = frozen.find((one) => one === chosen.get('frozen')) ?? null;
  const button = (doing: Doing, word: 'editBoard' | 'freezeBoardMonth') => (
    <Button
      onClick={() => {
        onBegin?.(doing);
      }}
    >
      {t(word)}
    </Button>
  );
  return (
    <>
      <FiguresBar>
        <Select<string>
          aria-label={t('whichBoard')}
          value={board.name}
          onChange={(name) => {
            set('board', name);
          }}
          className="filter"
          options={all.map(({ name, title }) => ({ value: name, label: say(title) }))}
        />
        {onBegin !== null && (
          <>
            {button('edit', 'editBoard')}
            {button('freeze', 'freezeBoardMonth')}
          </>
        )}
      </FiguresBar>
      <div className="numbers">
        <Places name={board.name} month={month} />
        <FrozenMonths months={frozen} />
      </div>
    </>
  );
};

/** What who keeps the numbers fills in: a new board, another version of one, or the month that is frozen on it. */
const BoardDialog = ({
  doing,
  board,
  version,
  onClose,
}: {
  doing: Doing;
  board: Schemas['Boards']['boards'][number] | null;
  version: number;
  onClose: () => void;
}) => {
  const { set } = useChosen();
  if (doing === 'freeze')
    return board === null ? null : <FreezeBoardForm name={board.name} version={version} onClose={onClose} />;
  return (
    <BoardForm
      board={doing === 'edit' ? board : null}
      version={version}
      onClose={onClose}
      onDone={() => {
        set('frozen', null);
      }}
    />
  );
};

/** The board that the address names, else the first of all, and what is begun with it. */
const ChosenBoard = ({
  found,
  doing,
  begin,
}: {
  found: Schemas['Boards'];
  doing: Doing | null;
  begin: (doing: Doing | null) => void;
}) => {
  const { t } = useWords();
  const { chosen } = useChosen();
  const keeps = useKeepsNumbers();
  const all = found.boards;
  const board = all.find(({ name }) => name === chosen.get('board')) ?? all[0];
  const frozen = found.frozen.filter(({ name }) => name === board?.name).map(({ month }) => month);
  return (
    <>
      {board === undefined ? (
        <Notice testId="no-boards" title={t('noBoards')} hint={t('noBoardsHint')} />
      ) : (
        <OneBoard board={board} all={all} frozen={frozen} onBegin={keeps ? begin : null} />
      )}
      {doing !== null && (
        <BoardDialog
          doing={doing}
          board={board ?? null}
          version={found.version}
          onClose={() => {
            begin(null);
          }}
        />
      )}
    </>
  );
};

/** Who stands where: boards with leagues and scoring, fair by holding time beside the plain place, frozen month by month. */
export const BoardsPage = () => {
  const { t } = useWords();
  const boards = useBoards();
  const [doing, begin] = useState<Doing | null>(null);
  return (
    <>
      <PageTitle
        extra={
          boards.data && (
            <KeeperButton
              isNext={boards.data.boards.length === 0}
              onBegin={() => {
                begin('new');
              }}
            >
              {t('newBoard')}
            </KeeperButton>
          )
        }
      >
        {t('boardsPage')}
      </PageTitle>
      <Answer to={boards}>{(found) => <ChosenBoard found={found} doing={doing} begin={begin} />}</Answer>
    </>
  );
};
