import { useSession } from '../app/known-to-all.ts';
import { useWords } from '../words/words.ts';
import { minute, today } from './day.ts';
import { useTime } from './time.ts';

/** What a print says of itself, so that the paper can be asked later: of which day, as known when, printed when and by whom. */
export const PrintHead = () => {
  const { t } = useWords();
  const { time } = useTime();
  const session = useSession().data;
  return (
    <p className="print-only print-head">
      {t('asOf')} {time.asOf ?? today()} · {time.asKnown !== null && `${t('asKnown')} ${minute(time.asKnown)} · `}
      {t('printedAt')} {minute(new Date().toISOString())} · {session?.name}
    </p>
  );
};
