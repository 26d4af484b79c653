import { useSession, useUnitName } from '../app/known-to-all.ts';
import { exactly, sumOf } from '../parts/money.ts';
import { useWords } from '../words/words.ts';
import type { ProjectState } from './project-state.ts';

/** What was asked for and waits for somebody else: a start or money to certify, a transfer to accept, a claim or a likeness to decide. Nothing where nothing waits. */
export const WaitsFor = ({ state }: { state: ProjectState }) => {
  const { t, marks } = useWords();
  const unitName = useUnitName();
  const decides = useSession().data?.permissions.includes('decide') ?? false;
  const { phase, startReported, startCertified, startRejected, arrivals, transfer, claim, duplicates } = state;
  const money = arrivals.filter(({ certified, reversed }) => certified === null && reversed === null);
  const reported =
    startReported !== null && startCertified === null && (startRejected?.version ?? 0) < startReported.version;
  const alike = Object.values(duplicates).filter((verdict) => verdict === 'open').length;
  const waiting = [
    reported && phase === 'signing' && `${t('startWaits')}${marks.aside(startReported.on)}`,
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
