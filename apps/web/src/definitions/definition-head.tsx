import { Alert, Button, Select } from 'antd';
import type { Schemas } from '../ask/api.ts';
import { useChosen } from '../parts/chosen.ts';
import { minute } from '../parts/day.ts';
import { useActorName } from '../app/known-to-all.ts';
import { useWords } from '../words/words.ts';

type Shown = Schemas['Definitions'];

/** Which definition in which version, and since when it stands. */
export const Chooser = ({ all, published }: { all: Shown; published: Shown['definitions'][number] }) => {
  const { t, say } = useWords();
  const actorName = useActorName();
  const { setAll } = useChosen();
  const { name, version } = published.definition;
  const latest = new Map(all.definitions.map(({ definition }) => [definition.name, definition]));
  const choose = (definition: string): void => {
    setAll({ definition, draft: null });
  };
  return (
    <div className="filters">
      <Select<string>
        aria-label={t('whichDefinition')}
        value={name}
        className="filter"
        onChange={choose}
        options={[...latest].map(([value, { title }]) => ({ value, label: say(title) }))}
      />
      <Select<number>
        aria-label={t('whichVersion')}
        value={version}
        className="filter"
        onChange={(one) => {
          choose(`${name}@${one}`);
        }}
        options={all.definitions
          .filter(({ definition }) => definition.name === name)
          .map(({ definition }) => ({ value: definition.version, label: `${t('versionNo')} ${definition.version}` }))
          .reverse()}
      />
      {published.by !== null && (
        <span>
          {actorName(published.by.name)} {minute(published.recordedAt)}
        </span>
      )}
    </div>
  );
};

/** Which draft is looked at, and what it counts for. */
export const DraftHead = ({ draft }: { draft: Shown['drafts'][number] }) => {
  const { t, say } = useWords();
  const { setAll } = useChosen();
  const { definition, note, publishedAs } = draft;
  return (
    <Alert
      type={publishedAs === null ? 'warning' : 'info'}
      showIcon
      className="space-below"
      title={[say(definition.title), `${t('ofDraft')} ${draft.draft}`, ...(note === null ? [] : [note])].join(' · ')}
      description={publishedAs === null ? t('draftStands') : `${t('publishedAs')} ${publishedAs}`}
      action={
        <Button
          size="small"
          onClick={() => {
            setAll({ draft: null, definition: definition.name });
          }}
        >
          {t('backToPublished')}
        </Button>
      }
    />
  );
};
