import { useSession, useUnitName } from '../app/known-to-all.ts';
import { exactly, sumOf } from '../parts/money.ts';
import { useWords } from '../words/words.ts';
import type { ProjectState } from './project-state.ts';

type Start = NonNullable<ProjectState['startReported']>;

/** The start that was reported and neither certified nor sent back since. */
const startToCertify = ({ phase, startReported, startCertified, startRejected }: ProjectState): Start | null => {
  if (phase !== 'signing' || startReported === null || startCertified !== null) return null;
  return (startRejected?.version ?? 0) < startReported.version ? startReported : null;
};

/** What was asked for and waits for somebody else: a start or money to certify, a transfer to accept, a claim or a likeness to decide. Nothing where nothing waits. */
export const WaitsFor = ({ state }: { state: ProjectState }) => {
  const { t, marks } = useWords();
  const unitName = useUnitName();
  const decides = useSession().data?.permissions.includes('decide') ?? false;
  const { arrivals, transfer, claim, duplicates } = state;
  const start = startToCertify(state);
  const money = arrivals.filter(({ certified, reversed }) => certified === null && reversed === null);
  const alike = Object.values(duplicates).filter((verdict) => verdict === 'open').length;
  const waiting = [
    start !== null && `${t('startWaits')}${marks.aside(start.on)}`,
    money.length > 0 && `${t('moneyWaits')} ${sumOf(money).map(exactly).join(marks.list)}${marks.aside(money.length)}`,
    transfer !== null && `${t('transferWaits')} ${unitName(transfer.toUnit)}${marks.aside(transfer.on)}`,
    claim !== null && claim.decided === null && `${t('claimWaits')} ${unitName(claim.unit)}${marks.aside(claim.on)}`,
    alike > 0 && `${t('perhapsSame')}${marks.aside(alike)}`,
  ].filter((one) => one !== false);
  if (waiting.length === 0) return null;
  return (
    <p className="small" data-testid="waits-for">
      {t(decides ? 'waitsForYou' : 'waitsFor')}
      {marks.colon}
      {waiting.join(' · ')}
    </p>
  );
};
