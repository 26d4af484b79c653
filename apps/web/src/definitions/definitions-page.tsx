import { Button, Skeleton, Space } from 'antd';
import { useState } from 'react';
import type { Schemas } from '../ask/api.ts';
import '../numbers/numbers.css';
import { useKeepsNumbers } from '../numbers/keeps-numbers.ts';
import { useDefinitions } from '../numbers/use-definitions.ts';
import { useChosen } from '../parts/chosen.ts';
import { PageTitle } from '../parts/page-title.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWords } from '../words/words.ts';
import { DraftForm, PublishForm, type Doing } from './definition-forms.tsx';
import { Chooser, DraftHead } from './definition-head.tsx';
import { DefinitionReplay } from './definition-replay.tsx';
import { DraftList } from './draft-list.tsx';
import { ScopeInWords } from './scope-in-words.tsx';

type Shown = Schemas['Definitions'];
type Draft = Shown['drafts'][number];

/** What the address names: a draft, a version, or the latest of a name; the product's own where it names nothing. */
const chosenOf = ({ definitions, drafts }: Shown, chosen: URLSearchParams) => {
  const draft = drafts.find((one) => String(one.draft) === chosen.get('draft')) ?? null;
  const [name, version] = (chosen.get('definition') ?? 'default').split('@');
  const named = definitions.filter(({ definition }) => definition.name === name);
  const published =
    named.find(({ definition }) => String(definition.version) === version) ?? named.at(-1) ?? definitions[0]!;
  return { draft, published };
};

const isOpen = (draft: Draft | null): draft is Draft => draft !== null && draft.publishedAs === null;

/** What may be begun: a change of what is looked at, a new definition; a draft is published. */
const Beginnings = ({ draft, begin }: { draft: Draft | null; begin: (doing: Doing | 'publish') => void }) => {
  const { t } = useWords();
  return (
    <Space wrap>
      {isOpen(draft) && (
        <Button
          type="primary"
          onClick={() => {
            begin('publish');
          }}
        >
          {t('publishDefinition')}
        </Button>
      )}
      {(['scope', 'new'] as const).map((what) => (
        <Button
          key={what}
          onClick={() => {
            begin({ what });
          }}
        >
          {t(what === 'new' ? 'newDefinition' : 'changeScope')}
        </Button>
      ))}
    </Space>
  );
};

/** The form of what was begun: the draft that is looked at is published, or a change of the scope is drafted. */
const DefinitionDialog = ({
  doing,
  draft,
  scope,
  all,
  onClose,
}: {
  doing: Doing | 'publish';
  draft: Draft | null;
  scope: Draft['definition'];
  all: Shown;
  onClose: () => void;
}) => {
  const { setAll } = useChosen();
  if (doing === 'publish')
    return (
      draft !== null && (
        <PublishForm
          draft={draft.draft}
          version={all.version}
          onClose={onClose}
          onDone={() => {
            setAll({ draft: null, definition: scope.name });
          }}
        />
      )
    );
  return (
    <DraftForm
      doing={doing}
      scope={scope}
      sample={all.definitions[0]!.definition}
      version={all.version}
      onClose={onClose}
      onDrafted={(number) => {
        setAll({ draft: String(number) });
      }}
    />
  );
};

/** The definitions, and which of them is looked at. */
const Definitions = ({ all }: { all: Shown }) => {
  const { t } = useWords();
  const { chosen } = useChosen();
  const keeps = useKeepsNumbers();
  const [doing, begin] = useState<Doing | 'publish' | null>(null);
  const { draft, published } = chosenOf(all, chosen);
  const scope = draft?.definition ?? published.definition;
  return (
    <>
      <PageTitle extra={keeps && <Beginnings draft={draft} begin={begin} />}>{t('definitionsPage')}</PageTitle>
      {draft === null ? <Chooser all={all} published={published} /> : <DraftHead draft={draft} />}
      <div className="numbers">
        {keeps && isOpen(draft) && <DefinitionReplay draft={draft.draft} scope={scope} />}
        <ScopeInWords scope={scope} begin={keeps ? begin : null} />
        {draft === null && <DraftList drafts={all.drafts} />}
      </div>
      {doing !== null && (
        <DefinitionDialog
          doing={doing}
          draft={draft}
          scope={scope}
          all={all}
          onClose={() => {
            begin(null);
          }}
        />
      )}
    </>
  );
};

/** Statistical scopes as they stand and stood; changed by drafts that are laid over a period before they are published. */
export const DefinitionsPage = () => {
  const definitions = useDefinitions();
  if (definitions.isError) return <Refused error={definitions.error} again={definitions.refetch} />;
  return definitions.data === undefined ? <Skeleton active /> : <Definitions all={definitions.data} />;
};
