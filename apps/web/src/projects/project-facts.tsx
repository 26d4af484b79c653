import { Card, Descriptions } from 'antd';
import type { ReactNode } from 'react';
import { useUnitName } from '../app/known-to-all.ts';
import { useFactWords } from '../parts/fact-words.ts';
import { exactly, forReading, type Money } from '../parts/money.ts';
import { CHOICES } from '../words/supervision-words.ts';
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

/** The project’s facts beside its story; what nobody has said is left out. */
export const ProjectFacts = ({ state }: { state: ProjectState }) => {
  const { t, say, marks } = useWords();
  const { fieldName } = useFactWords();
  const unitName = useUnitName();
  const { contract, owner } = state;
  const money = (one: Money | null | undefined) => (one ? <span title={exactly(one)}>{forReading(one)}</span> : null);
  const own = (word: Word, said: ReactNode): readonly [string, ReactNode] => [t(word), said];
  const facts: readonly (readonly [string, ReactNode])[] = [
    own('code', state.code),
    own('investor', state.investor),
    ...OF_FACTS.map((field) => [fieldName(field), state[field]] as const),
    own('region', state.hostRegion),
    own('unit', unitName(owner.unit)),
    own('leader', owner.leader?.name),
    own('steward', owner.steward?.name),
    own('liaisons', owner.liaisons.map(({ name }) => name).join(marks.list)),
    own('intended', money(state.intendedAmount)),
    own('plannedSigningMonth', contract === null ? state.plannedSigning : null),
    own('contractNumber', contract?.number),
    own('signedOn', contract?.on),
    own('contractedSum', money(contract?.contracted)),
    [fieldName('fixedAssets'), money(contract?.fixedAssets)],
    [fieldName('filingNumber'), contract?.filingNumber],
    own('landMode', contract?.landMode && say(CHOICES[contract.landMode], contract.landMode)),
    own('agreedStart', contract?.agreedStart?.date),
    own('plannedStartDay', state.startCertified === null ? state.plannedStart : null),
    own('startedOn', state.startCertified?.on),
    own('entered', state.statisticsEntered?.on),
    own('tags', state.tags.join(marks.list)),
  ];
  return (
    <Card size="small" title={t('facts')}>
      <Descriptions
        column={1}
        size="small"
        items={facts
          .filter(([, said]) => said !== null && said !== undefined && said !== '')
          .map(([label, said]) => ({ key: label, label, children: said }))}
      />
    </Card>
  );
};
