import { Button, Card, Radio, Tag } from 'antd';
import { useState } from 'react';
import type { Begun } from '../parts/form/begun.ts';
import { CommandForm } from '../parts/form/command-form.tsx';
import { ShowMore } from '../parts/more-button.tsx';
import { useKeepsOrganisation } from '../people/keeps-organisation.ts';
import { useOrganisationForms } from '../people/organisation-forms.tsx';
import { w } from '../words/sentence.ts';
import { useWords } from '../words/words.ts';
import { decidingGroup, decisionsFor, keyOfGroup, type Decisions, type Group } from './decisions.ts';
import { useImportFields } from './import-queries.ts';
import { DECISION_OF, DECISION_WORDS, VERDICTS } from './import-words.ts';
import { VerdictTag } from './verdict-tag.tsx';

const REGION = '区域'; // the kind of unit that a place is, as ledgers write it

const AT_ONCE = 20; // groups
const SHOWN = 8; // rows that are named one by one

interface Deciding {
  readonly decisions: Decisions;
  readonly onDecide: (decisions: Decisions) => void;
  readonly onColumns: () => void;
}

/** Findings that are equal, each with what one decision can do for all its rows. */
export const FindingGroups = ({
  groups,
  onTryAnew,
  ...deciding
}: { groups: readonly Group[]; onTryAnew: () => void } & Deciding) => {
  const { t } = useWords();
  const formOf = useOrganisationForms();
  const [begun, begin] = useState<Begun | null>(null);
  const [shown, show] = useState(AT_ONCE);
  const told = [...groups].sort((a, b) => gravity(b) - gravity(a) || b.count - a.count);
  if (told.length === 0) return null;
  return (
    <Card size="small" title={t('groups')} className="space-below" data-testid="groups">
      <ul className="history">
        {told.slice(0, shown).map((group) => (
          <FindingGroup
            key={keyOfGroup(group) + (group.field ?? '')}
            group={group}
            onRegion={(name) => {
              begin(formOf('AddUnit', {}, { name, kind: REGION }));
            }}
            {...deciding}
          />
        ))}
      </ul>
      <ShowMore
        left={told.length - shown}
        onMore={() => {
          show(shown + AT_ONCE);
        }}
      />
      {begun !== null && (
        <CommandForm
          begun={begun}
          onClose={() => {
            begin(null);
          }}
          onDone={onTryAnew}
        />
      )}
    </Card>
  );
};

const gravity = ({ verdict }: Group): number => Object.keys(VERDICTS).reverse().indexOf(verdict);

const FindingGroup = ({
  group,
  decisions,
  onDecide,
  onColumns,
  onRegion,
}: { group: Group; onRegion: (name: string) => void } & Deciding) => {
  const { many, say, marks } = useWords();
  const { nameOf } = useImportFields();
  const { sheet, count, field, read, rows, message, verdict } = group;
  const places = rows.slice(0, SHOWN).join(marks.list) + (count > SHOWN ? ' …' : '');
  return (
    <li data-testid="group">
      <VerdictTag verdict={verdict} /> {field !== null && <Tag>{nameOf(field)}</Tag>}
      {read !== null && <strong>“{read}” </strong>}
      {say(message)}{' '}
      <span className="small">
        {sheet} · {many(count, 'rowsOf')}
        {marks.aside(say(w(`第 ${places} 行`, String(places))))}
      </span>
      <GroupAnswers group={group} decisions={decisions} onDecide={onDecide} onColumns={onColumns} onRegion={onRegion} />
    </li>
  );
};

/** A place that the organisation does not know: added by who keeps it, asked for by anybody else. */
const AddRegion = ({ onAdd }: { onAdd: () => void }) => {
  const { t } = useWords();
  const keeps = useKeepsOrganisation();
  if (!keeps) return <span className="small">{t('addRegionNoRight')}</span>;
  return (
    <Button size="small" onClick={onAdd}>
      {t('addRegion')}
    </Button>
  );
};

/** What is decided about all rows of a group at once, and the way back. */
const GroupDecision = ({ group, decisions, onDecide }: { group: Group } & Pick<Deciding, 'decisions' | 'onDecide'>) => {
  const { t, say } = useWords();
  const kinds = decisionsFor(group);
  const decided = decisions[keyOfGroup(group)]?.decision ?? null;
  return (
    <>
      {kinds.length > 0 && (
        <Radio.Group
          size="small"
          optionType="button"
          value={decided}
          aria-label={say(group.message)}
          onChange={({ target }) => {
            onDecide(decidingGroup(decisions, group, target.value as (typeof kinds)[number]));
          }}
          options={kinds.map((kind) => ({
            value: kind,
            label: say(DECISION_OF[group.code]?.[kind] ?? DECISION_WORDS[kind]),
          }))}
        />
      )}
      {decided !== null && (
        <Button
          size="small"
          type="link"
          onClick={() => {
            onDecide(decidingGroup(decisions, group, null));
          }}
        >
          {t('takeDecisionBack')}
        </Button>
      )}
    </>
  );
};

/** What can be done about a group: decide, or go where the cause is mended. */
const GroupAnswers = ({
  group,
  decisions,
  onDecide,
  onColumns,
  onRegion,
}: { group: Group; onRegion: (name: string) => void } & Deciding) => {
  const { t } = useWords();
  const { offers, read } = group;
  if (offers.length === 0) return null;
  return (
    <div className="buttons space-above">
      {offers.includes('add-region') && read !== null && (
        <AddRegion
          onAdd={() => {
            onRegion(read);
          }}
        />
      )}
      {(offers.includes('map-column') || offers.includes('other-unit')) && (
        <Button size="small" onClick={onColumns}>
          {t(offers.includes('other-unit') ? 'changeUnit' : 'changeColumn')}
        </Button>
      )}
      <GroupDecision group={group} decisions={decisions} onDecide={onDecide} />
    </div>
  );
};
