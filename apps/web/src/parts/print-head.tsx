import { useSession } from '../app/known-to-all.ts';
import { useWords } from '../words/words.ts';
import { minute, today } from './day.ts';
import { useTime } from './time.ts';

/** What a print says of itself, so that the paper can be asked later: of which day, as known when, printed when and by whom. */
export const PrintHead = ({ known }: { known?: { readonly asOf: string; readonly asKnown: string } | undefined }) => {
  const { t } = useWords();
  const { time } = useTime();
  const session = useSession().data;
  const asOf = known?.asOf ?? time.asOf ?? today();
  const asKnown = known?.asKnown ?? time.asKnown;
  return (
    <p className="print-only print-head">
      {t('asOf')} {asOf} · {asKnown && `${t('asKnown')} ${minute(asKnown)} · `}
      {t('printedAt')} {minute(new Date().toISOString())} · {session?.name}
    </p>
  );
};
