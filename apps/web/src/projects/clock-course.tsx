import { ColourWord } from '../parts/colour-word.tsx';
import { CLOCKS, PAINT, useWords, type Colour } from '../words/words.ts';

export interface CourseClock {
  readonly clock: string;
  readonly policyVersion: number;
  readonly startedBy: { readonly event: string; readonly version: number; readonly on: string };
  readonly due: string | null;
  readonly daysLate: number | null;
  readonly colour: string;
  readonly pauses: readonly { readonly from: string; readonly to: string | null; readonly reason: string }[];
  readonly counted: { readonly unit: string; readonly length: number | null; readonly holidays: readonly string[] };
  readonly crossings: readonly { readonly colour: string; readonly on: string }[];
}

const at = (day: string): number => Date.parse(day) / 86_400_000;

/** A clock's course as a picture: from its start through its colours to now, with the pauses hatched. */
export const ClockCourse = ({ clock, asOf }: { clock: CourseClock; asOf: string }) => {
  const { say, t, language } = useWords();
  const marks = clock.crossings.filter(({ on }) => at(on) >= at(clock.startedBy.on));
  const from = at(clock.startedBy.on);
  const to = Math.max(at(asOf), ...marks.map(({ on }) => at(on) + 20), clock.due ? at(clock.due) + 10 : 0);
  const x = (day: number): number => ((day - from) / Math.max(1, to - from)) * 1000;
  const stretches = [{ colour: 'green', on: clock.startedBy.on }, ...marks].map((mark, index, all) => ({
    ...mark,
    end: all[index + 1] ? at(all[index + 1]!.on) : to,
  }));
  const spoken = `${say(CLOCKS[clock.clock], clock.clock)}: ${marks.map(({ colour, on }) => `${colour} ${on}`).join(', ')}`;
  return (
    <section style={{ marginBottom: 18 }} data-testid={`clock-${clock.clock}`}>
      <strong>{say(CLOCKS[clock.clock], clock.clock)}</strong> <ColourWord colour={clock.colour} />{' '}
      <span>
        {t('due')} {clock.due ?? '—'}
        {clock.daysLate !== null &&
          `，${language === 'zh' ? (clock.daysLate > 0 ? `已逾期 ${clock.daysLate} 天` : clock.daysLate === 0 ? '今天到期' : `还有 ${-clock.daysLate} 天`) : clock.daysLate > 0 ? `${clock.daysLate} days late` : `${-clock.daysLate} days left`}`}
      </span>
      <svg className="course" viewBox="0 0 1000 54" preserveAspectRatio="none" role="img" aria-label={spoken}>
        {stretches.map(({ colour, on, end }) => (
          <rect
            key={on + colour}
            x={x(at(on))}
            y={18}
            width={Math.max(0, x(end) - x(at(on)))}
            height={14}
            fill={PAINT[colour as Colour]}
          />
        ))}
        {clock.pauses.map(({ from: start, to: end }) => (
          <rect
            key={start}
            x={x(at(start))}
            y={16}
            width={x(end ? at(end) + 1 : to) - x(at(start))}
            height={18}
            fill="#fff"
            opacity={0.72}
          />
        ))}
        <rect x={x(at(asOf)) - 2} y={6} width={4} height={38} fill="#111" />
      </svg>
      <div style={{ fontSize: 13, color: '#41504b' }}>
        {language === 'zh' ? `时限规则第 ${clock.policyVersion} 版` : `policy version ${clock.policyVersion}`} ·{' '}
        {t('started')} {clock.startedBy.on}
        {clock.counted.length !== null &&
          ` · ${t('counted')} ${clock.counted.length} ${clock.counted.unit === 'working-days' ? (language === 'zh' ? '个工作日' : 'working days') : language === 'zh' ? '天' : 'days'}`}
        {marks.map(({ colour, on }) => (
          <span key={colour}>
            {' '}
            · <ColourWord colour={colour} /> {on}
          </span>
        ))}
        {clock.pauses.map(({ from: start, to: end, reason }) => (
          <span key={start}>
            {' '}
            · {t('pauses')} {start} – {end ?? '…'}（{reason}）
          </span>
        ))}
        {clock.counted.holidays.length > 0 && (
          <span>
            {' '}
            · {t('holidays')} {clock.counted.holidays.join('、')}
          </span>
        )}
      </div>
    </section>
  );
};
