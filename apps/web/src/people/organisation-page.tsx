import { Button, Card, Checkbox, Col, Row, Skeleton, Tree } from 'antd';
import { useState } from 'react';
import { useOrganisation, useSession } from '../app/known-to-all.ts';
import { useChosen } from '../parts/chosen.ts';
import type { Begun } from '../parts/form/begun.ts';
import { CommandForm } from '../parts/form/command-form.tsx';
import { Notice } from '../parts/notice.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWords } from '../words/words.ts';
import { Leaves } from './leaves.tsx';
import { useOrganisationForms } from './organisation-forms.tsx';
import { UnitCard } from './unit-card.tsx';
import { treeOf, unitAndAbove } from './unit-tree.ts';

/** The organisation as a tree; a unit with its people beside it; who is away, and who stands in. */
export const OrganisationPage = () => {
  const { t, marks } = useWords();
  const { chosen, set } = useChosen();
  const organisation = useOrganisation();
  const keeps = useSession().data?.permissions.includes('keep-organisation') ?? false;
  const formOf = useOrganisationForms(organisation.data?.version ?? null);
  const [closedToo, showClosed] = useState(false);
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
                  set('unit', code === undefined ? null : String(code));
                }}
                data-testid="units"
              />
            </Card>
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
