import { Card, Descriptions } from 'antd';
import { useUnitName } from '../app/known-to-all.ts';
import { exactly, forReading, type Money } from '../parts/money.ts';
import { CHOICES } from '../words/supervision-words.ts';
import { useWords, type Word } from '../words/words.ts';
import type { ProjectState } from './project-state.ts';

/** The project’s facts beside its story; what nobody has said is left out. */
export const ProjectFacts = ({ state }: { state: ProjectState }) => {
  const { t, say } = useWords();
  const unitName = useUnitName();
  const { contract, owner } = state;
  const money = (one: Money | null | undefined) => (one ? <span title={exactly(one)}>{forReading(one)}</span> : null);
  const facts: readonly (readonly [Word, React.ReactNode])[] = [
    ['code', state.code],
    ['investor', state.investor],
    ['region', state.hostRegion],
    ['unit', unitName(owner.unit)],
    ['leader', owner.leader?.name],
    ['steward', owner.steward?.name],
    ['liaisons', owner.liaisons.map(({ name }) => name).join('、')],
    ['intended', money(state.intendedAmount)],
    ['contractNumber', contract?.number],
    ['signedOn', contract?.on],
    ['contractedSum', money(contract?.contracted)],
    ['landMode', contract?.landMode && say(CHOICES[contract.landMode], contract.landMode)],
    ['agreedStart', contract?.agreedStart?.date],
    ['startedOn', state.startCertified?.on],
    ['entered', state.statisticsEntered?.on],
    ['tags', state.tags.join('、')],
  ];
  return (
    <Card size="small" title={t('facts')}>
      <Descriptions
        column={1}
        size="small"
        items={facts
          .filter(([, said]) => said !== null && said !== undefined && said !== '')
          .map(([word, said]) => ({ key: word, label: t(word), children: said }))}
      />
    </Card>
  );
};
