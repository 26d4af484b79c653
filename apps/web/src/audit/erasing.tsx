import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Card, Input, Progress } from 'antd';
import { useState } from 'react';
import { api, type Schemas } from '../ask/api.ts';
import { followed, IN_LINES } from '../ask/in-lines.ts';
import { useFactWords } from '../parts/fact-words.ts';
import { Refusal } from '../parts/refusal.tsx';
import { Link } from '../parts/way.tsx';
import { WideTable } from '../parts/wide-table.tsx';
import { useWords } from '../words/words.ts';
import { EraseDialog } from './erase-dialog.tsx';

type Erasure = Schemas['Erasure'];
type Person = Erasure['people'][number];
type ClearPlace = Erasure['clear'][number];

/** Somebody is looked for; what would become unreadable is shown, with what no key reaches; then they are erased. */
export const Erasing = () => {
  const { t } = useWords();
  const [wanted, want] = useState('');
  const [far, setFar] = useState<{ readonly done: number; readonly of: number } | null>(null);
  const [erased, setErased] = useState<Erasure | null>(null);
  const look = useMutation({
    mutationFn: (text: string) =>
      followed<Erasure>(api.POST('/api/audit/people/find', { body: { wanted: [text] }, ...IN_LINES }), (done, of) => {
        setFar({ done, of });
      }),
    onMutate: () => {
      setErased(null);
    },
    onSettled: () => {
      setFar(null);
    },
  });
  return (
    <Card size="small" data-testid="erasing">
      <p>{t('eraseMeans')}</p>
      <Input.Search
        className="space-below"
        aria-label={t('wantedPerson')}
        placeholder={t('wantedPerson')}
        value={wanted}
        maxLength={100}
        enterButton={t('lookFirst')}
        loading={look.isPending}
        onChange={({ target }) => {
          want(target.value);
        }}
        onSearch={(text) => {
          if (text.trim() !== '') look.mutate(text.trim());
        }}
      />
      {look.isPending && far !== null && (
        <Progress
          percent={far.of === 0 ? 0 : Math.floor((100 * far.done) / far.of)}
          status="active"
          aria-label={t('eraseReading')}
        />
      )}
      {look.isError && (
        <p>
          <Refusal error={look.error} />
        </p>
      )}
      {erased !== null && (
        <Alert
          className="space-above"
          type="success"
          showIcon
          role="status"
          title={t('erasedNow')}
          description={erased.erased.join(' ')}
        />
      )}
      {look.data && erased === null && (
        <FoundPeople key={look.submittedAt} found={look.data} wanted={look.variables} onErased={setErased} />
      )}
    </Card>
  );
};

/** What the look found, and the way to erase who is chosen of it. */
const FoundPeople = ({
  found: { people, clear, notRecalled },
  wanted,
  onErased,
}: {
  found: Erasure;
  wanted: string;
  onErased: (erased: Erasure) => void;
}) => {
  const { t, say, marks } = useWords();
  const { fieldName } = useFactWords();
  const [chosen, choose] = useState<readonly string[]>(people.length === 1 ? [people[0]!.person] : []);
  const [isOpen, open] = useState(false);
  return (
    <>
      <h2>{t('becomesUnreadable')}</h2>
      {people.length === 0 ? (
        <p>{t('nobodyToErase')}</p>
      ) : (
        <WideTable<Person>
          about={t('becomesUnreadable')}
          width={760}
          size="small"
          rowKey="person"
          dataSource={people}
          pagination={false}
          rowSelection={{
            selectedRowKeys: [...chosen],
            onChange: (keys) => {
              choose(keys.map(String));
            },
            getCheckboxProps: ({ person }) => ({ 'aria-label': person }),
          }}
          columns={[
            { title: t('personReference'), width: 190, render: (_, { person }) => <code>{person}</code> },
            { title: t('factsTelling'), dataIndex: 'facts', width: 90, align: 'right' },
            {
              title: t('fieldsTelling'),
              render: (_, { fields }) => fields.map((field) => fieldName(field)).join(marks.list),
            },
            {
              title: t('projectsTelling'),
              render: (_, { projects }) => (
                <ul className="plain">
                  {projects.map(({ id, name }) => (
                    <li key={id}>
                      <Link to={`/projects/${id}`}>{name}</Link>
                    </li>
                  ))}
                </ul>
              ),
            },
          ]}
        />
      )}
      {clear.length > 0 && <StandsClear clear={clear} />}
      <h2>{t('notRecalled')}</h2>
      <ul>
        {notRecalled.map((one) => (
          <li key={one.en}>{say(one)}</li>
        ))}
      </ul>
      <Button
        danger
        disabled={chosen.length === 0}
        onClick={() => {
          open(true);
        }}
      >
        {t('eraseChosen')}
      </Button>
      {isOpen && (
        <EraseDialog
          wanted={wanted}
          people={people.filter(({ person }) => chosen.includes(person))}
          onClose={() => {
            open(false);
          }}
          onErased={onErased}
        />
      )}
    </>
  );
};

const StandsClear = ({ clear }: { clear: readonly ClearPlace[] }) => {
  const { t } = useWords();
  const { fieldName } = useFactWords();
  return (
    <>
      <h2>{t('standsClear')}</h2>
      <p>{t('standsClearHint')}</p>
      <WideTable<ClearPlace>
        about={t('standsClear')}
        width={620}
        size="small"
        rowKey={({ position, field }) => `${position} ${field}`}
        dataSource={clear}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { title: t('inStream'), dataIndex: 'stream' },
          { title: t('recordNo'), dataIndex: 'version', width: 90, align: 'right' },
          { title: t('fieldsTelling'), render: (_, { field }) => fieldName(field) },
        ]}
      />
    </>
  );
};
