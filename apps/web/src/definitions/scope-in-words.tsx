import { Button } from 'antd';
import { DICTIONARY } from '../generated/words.ts';
import { PlainTable } from '../numbers/plain-table.tsx';
import { useWords } from '../words/words.ts';
import type { Scope } from './definition-document.ts';
import type { Doing } from './definition-forms.tsx';
import { SCOPE_CHOICES } from './definition-words.ts';
import { formulaWords } from './formula-words.ts';

/** The switches of a scope, one a line: what is decided, and how. */
const useSwitches = ({
  boundary,
  conversions,
  curve,
  rounding,
  ...scope
}: Scope): readonly (readonly [string, string])[] => {
  const { t, say, marks } = useWords();
  return [
    [t('terminatedField'), say(SCOPE_CHOICES.terminated[scope.terminated])],
    [t('carriedOverField'), say(SCOPE_CHOICES.carriedOver[scope.carriedOver])],
    [t('contractField'), say(SCOPE_CHOICES.contract[scope.contract])],
    [t('windowField'), say(SCOPE_CHOICES.window[scope.window])],
    [
      t('boundaryField'),
      boundary === null
        ? t('everyOrigin')
        : boundary
            .map((one) => say((DICTIONARY.origins as Record<string, { zh: string; en: string }>)[one], one))
            .join(marks.list),
    ],
    [
      t('conversionsField'),
      conversions.length === 0
        ? t('noConversion')
        : conversions.map(({ currency, rate, on }) => `1 ${currency} = ${rate} CNY${marks.aside(on)}`).join(marks.list),
    ],
    [t('comparableField'), say(SCOPE_CHOICES.comparable[scope.comparable])],
    [
      t('curveField'),
      typeof curve === 'string'
        ? say(SCOPE_CHOICES.curve[curve])
        : `${say(SCOPE_CHOICES.curve.own)}${marks.colon}${curve.map((one) => `${one} %`).join(marks.list)}`,
    ],
    [
      t('roundingField'),
      `${say(SCOPE_CHOICES.roundingMode[rounding.mode])}${marks.comma}${rounding.places} ${t('placesWord')}`,
    ],
  ];
};

/** A scope as it decides: its switches, and the metrics of the bureau's own. `begin`: where they may be changed. */
export const ScopeInWords = ({ scope, begin }: { scope: Scope; begin: ((doing: Doing) => void) | null }) => {
  const { t, say, language } = useWords();
  const switches = useSwitches(scope);
  const own = Object.entries(scope.metrics);
  return (
    <>
      <section className="panel" aria-label={t('definition')}>
        <PlainTable
          about={t('definition')}
          testId="scope"
          columns={[{ title: t('scopeItem') }, { title: t('scopeSays') }]}
        >
          {switches.map(([what, how]) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{how}</td>
            </tr>
          ))}
        </PlainTable>
      </section>
      <section className="panel" aria-label={t('ownMetrics')}>
        <div className="panel-head">
          <h2>{t('ownMetrics')}</h2>
          {begin !== null && (
            <Button
              onClick={() => {
                begin({ what: 'new-metric' });
              }}
            >
              {t('addMetric')}
            </Button>
          )}
        </div>
        {own.length === 0 ? (
          <p>{t('noOwnMetrics')}</p>
        ) : (
          <PlainTable
            about={t('ownMetrics')}
            testId="own-metrics"
            columns={[
              { title: t('metricWord') },
              { title: t('howComputed') },
              ...(begin === null ? [] : [{ title: t('changeMetric') }]),
            ]}
          >
            {own.map(([key, { title, formula }]) => (
              <tr key={key}>
                <th scope="row">
                  {say(title)} <span className="small">{key}</span>
                </th>
                <td>{formulaWords(formula, language)}</td>
                {begin !== null && (
                  <td>
                    {(['metric', 'no-metric'] as const).map((what) => (
                      <Button
                        key={what}
                        size="small"
                        onClick={() => {
                          begin({ what, key });
                        }}
                      >
                        {t(what === 'metric' ? 'changeMetric' : 'dropMetric')}
                      </Button>
                    ))}
                  </td>
                )}
              </tr>
            ))}
          </PlainTable>
        )}
      </section>
    </>
  );
};
