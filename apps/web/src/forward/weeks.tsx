import { useWords } from '../words/words.ts';
import type { Week } from './coming.ts';
import { COMING, type Coming } from './forward-words.ts';

const HEIGHT = 120; // pixels of the fullest week

/** What comes, week by week, as bars; a bar is a button that narrows the table to its week. */
export const Weeks = ({
  weeks,
  kinds,
  chosen,
  onChoose,
}: {
  weeks: readonly Week[];
  kinds: readonly Coming[];
  chosen: string | null;
  onChoose: (monday: string | null) => void;
}) => {
  const { t, say, language, marks } = useWords();
  const total = (week: Week): number => kinds.reduce((sum, kind) => sum + week.counts[kind], 0);
  const most = Math.max(1, ...weeks.map(total));
  return (
    <div className="weeks" role="group" aria-label={t('byWeek')} data-testid="weeks">
      {weeks.map((week) => {
        const spoken = kinds.map((kind) => `${say(COMING[kind].name)} ${week.counts[kind]}`).join(marks.comma);
        return (
          <button
            key={week.monday}
            type="button"
            className="week"
            aria-pressed={chosen === week.monday}
            title={spoken}
            onClick={() => {
              onChoose(chosen === week.monday ? null : week.monday);
            }}
          >
            <span className="small">{total(week)}</span>
            {kinds.map((kind) => (
              <span
                key={kind}
                style={{ height: Math.round((week.counts[kind] / most) * HEIGHT), background: COMING[kind].paint }}
              />
            ))}
            <span className="small">{week.monday.slice(5)}</span>
            <span className="spoken">
              {(language === 'zh' ? `${week.monday} ${t('weekOf')}` : `${t('weekOf')} ${week.monday}`) +
                marks.colon +
                spoken}
            </span>
          </button>
        );
      })}
    </div>
  );
};
