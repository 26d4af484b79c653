import { Card, Descriptions } from 'antd';
import { useUnitName } from '../app/known-to-all.ts';
import { useFactWords } from '../parts/fact-words.ts';
import { exactly, forReading, type Money } from '../parts/money.ts';
import { CHOICES } from '../words/choice-words.ts';
import { useWords, type Word } from '../words/words.ts';
import type { ProjectState } from './project-state.ts';

/** Named like the field of the fact that says it. */
const OF_FACTS = [
  'creditCode',
  'nationalCode',
  'industry',
  'chain',
  'originRegion',
  'sourceChannel',
  'referrer',
] as const;

/** A fact with its label; `exact`: the amount to the 分, where `said` is rounded. */
export interface Told {
  readonly label: string;
  readonly said: string | null | undefined;
  readonly exact?: string;
}

/** What is known of a project, in the order in which a bureau asks for it; what nobody has said is empty. */
export const useFactsOf = (): ((state: ProjectState) => readonly Told[]) => {
  const { t, say, marks } = useWords();
  const { fieldName } = useFactWords();
  const unitName = useUnitName();
  const own = (word: Word, said: Told['said']): Told => ({ label: t(word), said });
  const money = (label: string, one: Money | null | undefined): Told =>
    one ? { label, said: forReading(one), exact: exactly(one) } : { label, said: null };
  const contracted = (contract: ProjectState['contract']): readonly Told[] => [
    own('contractNumber', contract?.number),
    own('signedOn', contract?.on),
    money(t('contractedSum'), contract?.contracted),
    money(fieldName('fixedAssets'), contract?.fixedAssets),
    { label: fieldName('filingNumber'), said: contract?.filingNumber },
    own('landMode', contract?.landMode && say(CHOICES[contract.landMode], contract.landMode)),
    own('agreedStart', contract?.agreedStart?.date),
  ];
  return (state) => {
    const { contract, owner } = state;
    return [
      own('code', state.code),
      own('investor', state.investor),
      ...OF_FACTS.map((field) => ({ label: fieldName(field), said: state[field] })),
      own('region', state.hostRegion),
      own('unit', unitName(owner.unit)),
      own('leader', owner.leader?.name),
      own('steward', owner.steward?.name),
      own('liaisons', owner.liaisons.map(({ name }) => name).join(marks.list)),
      money(t('intended'), state.intendedAmount),
      own('plannedSigningMonth', contract === null ? state.plannedSigning : null),
      ...contracted(contract),
      own('plannedStartDay', state.startCertified === null ? state.plannedStart : null),
      own('startedOn', state.startCertified?.on),
      own('entered', state.statisticsEntered?.on),
      own('tags', state.tags.join(marks.list)),
    ];
  };
};

/** The project’s facts beside its story; what nobody has said is left out. */
export const ProjectFacts = ({ state }: { state: ProjectState }) => {
  const { t } = useWords();
  const factsOf = useFactsOf();
  return (
    <Card size="small" title={t('facts')}>
      <Descriptions
        column={1}
        size="small"
        items={factsOf(state)
          .filter(({ said }) => said)
          .map(({ label, said, exact }) => ({ key: label, label, children: <span title={exact}>{said}</span> }))}
      />
    </Card>
  );
};
