import { Card, Table } from 'antd';
import { ColourWord } from '../parts/colour-word.tsx';
import { useWords } from '../words/words.ts';
import { counted } from '../words/counted.ts';
import { policyWords, type Policy, type RungRule } from './policy-document.ts';
import { numberGroups } from './policy-numbers.ts';
import { Scrolling } from '../parts/scrolling.tsx';

/** A policy as sentences and tables: single numbers, clocks, and who is told when. */
export const PolicyInWords = ({ policy }: { policy: Policy }) => {
  const { t, say, language } = useWords();
  const words = policyWords(language);
  const clocks = Object.entries(policy.clocks).map(([name, rule]) => ({ name, ...rule }));
  return (
    <>
      <Card size="small" title={t('generalNumbers')} style={{ marginBottom: 12 }} data-testid="numbers">
        <div className="figures" style={{ border: 0, padding: 0 }}>
          {numberGroups(policy).map(({ title, numbers }) => (
            <div key={title.en}>
              <strong>{say(title)}</strong>
              {numbers.map(({ path, label, unit, value, colour }) => (
                <div key={path.join('.')}>
                  {colour && <ColourWord colour={colour} />} {say(label)} <strong>{say(counted(value, unit))}</strong>
                </div>
              ))}
            </div>
          ))}
        </div>
      </Card>
      <Card size="small" title={t('clocksOfPolicy')} style={{ marginBottom: 12 }}>
        <Scrolling about={t('clocksOfPolicy')}>
          <Table
            size="small"
            rowKey="name"
            pagination={false}
            style={{ minWidth: 640 }}
            dataSource={clocks}
            data-testid="clocks"
            columns={[
              { title: t('clock'), width: 160, render: (_, { name }) => words.clock(name) },
              { title: t('clockLength'), width: 190, render: (_, { name, length }) => words.lengthOf(name, length) },
              {
                title: t('ownColours'),
                render: (_, { own, ladder }) => (
                  <>
                    {own === undefined ? (
                      <span className="small">{t('generalScale')}</span>
                    ) : (
                      words.own(own).map((line) => <div key={line}>{line}</div>)
                    )}
                    {words.ownLadder(ladder).map((line) => (
                      <div key={line}>{line}</div>
                    ))}
                  </>
                ),
              },
              { title: t('hold'), width: 120, render: (_, { pausedByHold }) => t(pausedByHold ? 'stands' : 'runsOn') },
            ]}
          />
        </Scrolling>
      </Card>
      <Card size="small" title={t('ladder')} extra={<span className="small wide-only">{t('ladderAbout')}</span>}>
        <Scrolling about={t('ladder')}>
          <Table<RungRule>
            size="small"
            rowKey={(row) => `${row.rung}${JSON.stringify(row.when)}`}
            pagination={false}
            style={{ minWidth: 560 }}
            dataSource={policy.ladder}
            data-testid="ladder"
            columns={[
              { title: t('rung'), width: 130, render: (_, { rung }) => words.rung(rung) },
              { title: t('when'), width: 240, render: (_, { when }) => words.when(when) },
              { title: t('told'), render: (_, { to }) => words.told(to) },
            ]}
          />
        </Scrolling>
      </Card>
    </>
  );
};
