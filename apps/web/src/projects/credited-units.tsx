import { Card, Descriptions } from 'antd';
import { useUnitName } from '../app/known-to-all.ts';
import { useWords } from '../words/words.ts';
import type { ProjectState } from './project-state.ts';

/** Whose the project is in the counts: the shares that were set, and who claims the first contact. Nothing where nobody said. */
export const CreditedUnits = ({ state: { credit, claim } }: { state: ProjectState }) => {
  const { t, marks } = useWords();
  const unitName = useUnitName();
  if (credit.length === 0 && claim === null) return null;
  const decided = claim?.decided ?? null;
  const verdict =
    decided === null ? t('claimOpen') : `${t(decided.granted ? 'claimGranted' : 'claimRefused')} ${decided.on}`;
  const until =
    decided?.granted === true && decided.until !== null ? marks.aside(`${t('claimUntil')} ${decided.until}`) : '';
  return (
    <Card size="small" title={t('credit')} className="space-above" data-testid="credit">
      <Descriptions
        column={1}
        size="small"
        items={[
          ...credit.map(({ unit, percent }) => ({ key: unit, label: unitName(unit), children: `${percent} %` })),
          ...(claim === null
            ? []
            : [
                {
                  key: 'claim',
                  label: t('firstContact'),
                  children: `${unitName(claim.unit)} ${claim.on} · ${verdict}${until}`,
                },
              ]),
        ]}
      />
    </Card>
  );
};
