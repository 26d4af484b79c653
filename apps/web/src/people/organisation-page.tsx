import { Button, Card, Checkbox, Col, Row, Skeleton, Tree } from 'antd';
import { useState } from 'react';
import { useOrganisation } from '../app/known-to-all.ts';
import { useChosen } from '../parts/chosen.ts';
import type { Begun } from '../parts/form/begun.ts';
import { CommandForm } from '../parts/form/command-form.tsx';
import { Notice } from '../parts/notice.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWords } from '../words/words.ts';
import { useKeepsOrganisation } from './keeps-organisation.ts';
import { Leaves } from './leaves.tsx';
import { useOrganisationForms } from './organisation-forms.tsx';
import { UnitCard } from './unit-card.tsx';
import { treeOf, unitAndAbove, type Unit } from './unit-tree.ts';

/** The units as a tree, unfolded down to the one that is looked at; closed ones only when they are asked for. */
const UnitsCard = ({
  units,
  unit,
  onUnit,
}: {
  units: readonly Unit[];
  unit: Unit | null;
  onUnit: (code: string | null) => void;
}) => {
  const { t, marks } = useWords();
  const [closedToo, showClosed] = useState(false);
  return (
    <Card size="small">
      <Checkbox
        checked={closedToo}
        onChange={(event) => {
          showClosed(event.target.checked);
        }}
      >
        {t('showClosed')}
      </Checkbox>
      <Tree
        blockNode
        treeData={treeOf(units, closedToo, marks)}
        defaultExpandedKeys={[
          ...units.filter(({ parent }) => parent === null).map(({ code }) => code),
          ...unitAndAbove(units, unit),
        ]}
        selectedKeys={unit === null ? [] : [unit.code]}
        onSelect={([code]) => {
          onUnit(code === undefined ? null : String(code));
        }}
        data-testid="units"
      />
    </Card>
  );
};

/** The organisation as a tree; a unit with its people beside it; who is away, and who stands in. */
export const OrganisationPage = () => {
  const { t } = useWords();
  const { chosen, set } = useChosen();
  const organisation = useOrganisation();
  const keeps = useKeepsOrganisation();
  const formOf = useOrganisationForms();
  const [begun, begin] = useState<Begun | null>(null);
  if (organisation.isError) return <Refused error={organisation.error} again={organisation.refetch} level={1} />;
  if (!organisation.data) return <Skeleton active />;
  const { units, people, leaves } = organisation.data;
  const unit = units.find(({ code }) => code === chosen.get('unit')) ?? null;
  const onBegin = keeps
    ? (type: string, fixed = {}, initial = {}) => {
        begin(formOf(type, fixed, initial));
      }
    : undefined;
  return (
    <>
      <PageTitle
        extra={
          onBegin && (
            <Button
              type="primary"
              onClick={() => {
                onBegin('AddUnit', {}, unit === null ? {} : { parent: unit.code });
              }}
            >
              {t('addUnit')}
            </Button>
          )
        }
      >
        {t('organisationPage')}
      </PageTitle>
      {units.length === 0 && <Notice title={t('noUnitsYet')} hint={t('noUnitsYetHint')} />}
      <Row gutter={[16, 16]}>
        <Col xs={24} lg={10}>
          {units.length > 0 && (
            <UnitsCard
              units={units}
              unit={unit}
              onUnit={(code) => {
                set('unit', code);
              }}
            />
          )}
        </Col>
        <Col xs={24} lg={14}>
          {unit === null ? (
            units.length > 0 && <p>{t('chooseUnitToSee')}</p>
          ) : (
            <UnitCard unit={unit} people={people.filter((one) => one.unit === unit.code)} onBegin={onBegin} />
          )}
          <Leaves leaves={leaves} onBegin={onBegin} />
        </Col>
      </Row>
      {begun !== null && (
        <CommandForm
          begun={begun}
          onClose={() => {
            begin(null);
          }}
        />
      )}
    </>
  );
};
