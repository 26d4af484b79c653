import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useActorName } from '../app/known-to-all.ts';
import { answered, api, type Schemas } from '../ask/api.ts';
import { FigureWord } from '../numbers/figure-word.tsx';
import { KeeperButton } from '../numbers/keeper-button.tsx';
import { useKeepsNumbers } from '../numbers/keeps-numbers.ts';
import { useMetricWord } from '../numbers/metric-words.ts';
import '../numbers/numbers.css';
import { PlainTable } from '../numbers/plain-table.tsx';
import { TargetsBeside } from '../numbers/targets-beside.tsx';
import { Answer } from '../parts/answer.tsx';
import { useChosen } from '../parts/chosen.ts';
import { today, yearNamed } from '../parts/day.ts';
import { Notice } from '../parts/notice.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { timeAsked, useTime } from '../parts/time.ts';
import { Link } from '../parts/way.tsx';
import { useWords, type Word } from '../words/words.ts';
import { ReviseTargetForm, SetTargetForm } from './target-form.tsx';

type Target = Schemas['Targets']['targets'][number];

const YEARS_BACK = 10;

/** A target with all that was said of it. */
const TargetRow = ({ of, onRevise }: { of: Target; onRevise: (() => void) | null }) => {
  const { t } = useWords();
  const metricWord = useMetricWord();
  const actorName = useActorName();
  const { metric, definition, issuer, unit, within, value, provisional, history } = of;
  return (
    <tr>
      <th scope="row">
        {metricWord(metric)}
        {definition !== 'default' && <div className="small">{definition}</div>}
      </th>
      <td data-column={t('issuer')}>{issuer}</td>
      <td data-column={t('unit')}>
        {unit?.name ?? t('wholeRow')}
        {within !== null && <div className="small">{within}</div>}
      </td>
      <td className="figure" data-column={t('targetWord')}>
        <FigureWord value={value} /> {provisional && <span className="small">{t('provisional')}</span>}
      </td>
      <td className="small" data-column={t('howRevised')}>
        {history.map((one) => (
          <div key={one.recordedAt}>
            {one.on} <FigureWord value={one.value} /> {actorName(one.by.name)} {one.reason ?? one.basis ?? ''}
          </div>
        ))}
      </td>
      {onRevise !== null && (
        <td>
          <Button size="small" onClick={onRevise}>
            {t('reviseTarget')}
          </Button>
        </td>
      )}
    </tr>
  );
};

/** What of a target is shown; what to do about it only to who may. */
const columnsFor = (keeps: boolean): readonly { readonly word: Word; readonly figure?: boolean }[] => [
  { word: 'metricWord' },
  { word: 'issuer' },
  { word: 'unit' },
  { word: 'targetWord', figure: true },
  { word: 'howRevised' },
  ...(keeps ? ([{ word: 'whatToDo' }] as const) : []),
];

/** What is filled in: a target of the year, or another value of one that was set. */
const TargetDialog = ({
  doing,
  year,
  found: { targets, version },
  onClose,
}: {
  doing: 'new' | Target;
  year: number;
  found: Schemas['Targets'];
  onClose: () => void;
}) =>
  doing === 'new' ? (
    <SetTargetForm
      year={year}
      version={version}
      issuers={[...new Set(targets.map(({ issuer }) => issuer))]}
      onClose={onClose}
    />
  ) : (
    <ReviseTargetForm target={doing} version={version} onClose={onClose} />
  );

/** The targets of a year in a table, and what was done by the day beside them. */
const TargetsOfYear = ({ found, onRevise }: { found: Schemas['Targets']; onRevise: (target: Target) => void }) => {
  const { t } = useWords();
  const keeps = useKeepsNumbers();
  return (
    <div className="numbers">
      <div className="panel">
        <PlainTable
          about={t('targetsPage')}
          testId="targets"
          stacks
          columns={columnsFor(keeps).map(({ word, ...column }) => ({ title: t(word), ...column }))}
        >
          {found.targets.map((one) => (
            <TargetRow
              key={`${one.metric} ${one.definition} ${one.issuer} ${one.unit?.code ?? one.unit?.name ?? ''}`}
              of={one}
              onRevise={
                keeps
                  ? () => {
                      onRevise(one);
                    }
                  : null
              }
            />
          ))}
        </PlainTable>
      </div>
      <TargetsBeside targets={found.beside} />
    </div>
  );
};

/** The year that is looked at. */
const YearPicker = ({ year, onYear }: { year: number; onYear: (year: number) => void }) => {
  const { t } = useWords();
  const nextYear = Number(today().slice(0, 4)) + 1;
  return (
    <Select<number>
      aria-label={t('year')}
      value={year}
      onChange={onYear}
      options={Array.from({ length: YEARS_BACK + 2 }, (_, ago) => ({
        value: nextYear - ago,
        label: String(nextYear - ago),
      }))}
    />
  );
};

/** The targets of a year: who set what for whom, provisional or final, and how each was revised. */
export const TargetsPage = () => {
  const { t } = useWords();
  const { chosen, set } = useChosen();
  const { time } = useTime();
  const keeps = useKeepsNumbers();
  const [doing, begin] = useState<'new' | Target | null>(null);
  const year = yearNamed(chosen.get('year'), time.asOf ?? today());
  const targets = useQuery({
    queryKey: ['list', 'targets', year, time],
    queryFn: () => answered(api.GET('/api/targets', { params: { query: { year, ...timeAsked(time) } } })),
  });
  return (
    <>
      <PageTitle
        extra={
          targets.data && (
            <KeeperButton
              onBegin={() => {
                begin('new');
              }}
            >
              {t('setTarget')}
            </KeeperButton>
          )
        }
      >
        {t('targetsPage')}
      </PageTitle>
      <div className="filters no-print">
        <YearPicker
          year={year}
          onYear={(one) => {
            set('year', String(one));
          }}
        />
        {keeps && <Link to="/import">{t('targetsOfSheet')}</Link>}
      </div>
      <Answer to={targets}>
        {(found) => (
          <>
            {found.targets.length === 0 ? (
              <Notice testId="no-targets" title={t('noTargets')} hint={t('noTargetsHint')} />
            ) : (
              <TargetsOfYear found={found} onRevise={begin} />
            )}
            {doing !== null && (
              <TargetDialog
                doing={doing}
                year={year}
                found={found}
                onClose={() => {
                  begin(null);
                }}
              />
            )}
          </>
        )}
      </Answer>
    </>
  );
};
