import { ColourWord } from '../parts/colour-word.tsx';
import { CLOCKS, COLOURS, PAINT, useWords, type Colour } from '../words/words.ts';
import { counted } from '../words/counted.ts';
import { lateWords } from '../words/late.ts';
import { w, type Sentence } from '../words/sentence.ts';
import type { ExplainedClock } from './why-sentence.ts';

const at = (day: string): number => Date.parse(day) / 86_400_000;
const WIDTH = 1000;
const AFTER_LAST_CHANGE = 20; // days drawn beyond the last change of colour
const AFTER_DUE = 10;

interface Stretch {
  readonly colour: Colour;
  readonly from: number;
  readonly to: number;
}

/** The line of a clock from its start through its colours to the last day drawn, and where a day lies on it. */
const laidOut = ({ startedBy, crossings, due }: ExplainedClock, asOf: string) => {
  const changes = crossings.filter(({ on }) => at(on) >= at(startedBy.on));
  const from = at(startedBy.on);
  const to = Math.max(
    at(asOf),
    ...changes.map(({ on }) => at(on) + AFTER_LAST_CHANGE),
    due === null ? 0 : at(due) + AFTER_DUE,
  );
  const x = (day: number): number => ((day - from) / Math.max(1, to - from)) * WIDTH;
  const stretches = [{ colour: 'green' as Colour, on: startedBy.on }, ...changes].map(
    ({ colour, on }, index, all): Stretch => {
      const next = all[index + 1];
      return { colour, from: at(on), to: next === undefined ? to : at(next.on) };
    },
  );
  return { changes, to, x, stretches };
};

const Picture = ({ clock, asOf }: { clock: ExplainedClock; asOf: string }) => {
  const { say, marks } = useWords();
  const { changes, to, x, stretches } = laidOut(clock, asOf);
  const spoken = `${say(CLOCKS[clock.clock], clock.clock)}${marks.colon}${changes.map(({ colour, on }) => `${say(COLOURS[colour])} ${on}`).join(marks.comma)}`;
  return (
    <svg className="course" viewBox={`0 0 ${WIDTH} 54`} preserveAspectRatio="none" role="img" aria-label={spoken}>
      {stretches.map(({ colour, from, to: end }) => (
        <rect
          key={`${colour}${from}`}
          x={x(from)}
          y={18}
          width={Math.max(0, x(end) - x(from))}
          height={14}
          fill={PAINT[colour]}
          opacity={colour === 'green' ? 0.45 : 1}
        />
      ))}
      {stretches.slice(1).map(({ colour, from }) => (
        <rect key={`edge${colour}${from}`} x={x(from)} y={14} width={2} height={22} fill="var(--card)" />
      ))}
      {clock.pauses.map(({ from, to: end }) => (
        <rect
          key={from}
          x={x(at(from))}
          y={16}
          width={x(end ? at(end) + 1 : to) - x(at(from))}
          height={18}
          fill="var(--card)"
          opacity={0.72}
        />
      ))}
      <rect x={x(at(asOf)) - 2} y={6} width={4} height={38} fill="var(--ink)" />
    </svg>
  );
};

/** The days that a clock counts. */
const daysOf = (unit: string): Sentence => (unit === 'working-days' ? w('个工作日', 'working days') : w('天', 'days'));

/** A clock’s course as a picture and in words: from its start through its colours to now, with the pauses hatched. */
export const ClockCourse = ({ clock, asOf }: { clock: ExplainedClock; asOf: string }) => {
  const { say, t, marks } = useWords();
  const { changes } = laidOut(clock, asOf);
  const { counted: length, pauses, policyVersion: version } = clock;
  const holidays = (length?.holidays ?? []) as readonly string[];
  const details = [
    say(w(`时限规则第 ${version} 版`, `policy version ${version}`)),
    `${t('started')} ${clock.startedBy.on}`,
    ...(length?.length == null ? [] : [`${t('length')} ${say(counted(length.length, daysOf(length.unit)))}`]),
    ...pauses.map(({ from, to, reason }) => `${t('pauses')} ${from} – ${to ?? '…'}${marks.aside(reason)}`),
    ...(holidays.length === 0 ? [] : [`${t('holidays')} ${holidays.join(marks.list)}`]),
  ];
  return (
    <section className="clock" data-testid={`clock-${clock.clock}`}>
      <strong>{say(CLOCKS[clock.clock], clock.clock)}</strong>{' '}
      {changes.length === 0 ? (
        <span className="small">{t('noColourClock')}</span>
      ) : (
        <ColourWord colour={clock.colour} />
      )}{' '}
      <span>
        {t('due')} {clock.due ?? '—'} {clock.daysLate !== null && say(lateWords(clock.daysLate))}
      </span>
      {changes.length > 0 && <Picture clock={clock} asOf={asOf} />}
      <div className="small">
        {details.join(' · ')}
        {changes.map(({ colour, on }) => (
          <span key={colour}>
            {' '}
            ·{' '}
            <span className="one-line">
              <ColourWord colour={colour} /> {on}
            </span>
          </span>
        ))}
      </div>
    </section>
  );
};
