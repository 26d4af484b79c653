import { useSession } from '../app/known-to-all.ts';
import { useWords } from '../words/words.ts';

/** Said beside figures to whoever does not see every project; nothing for who does. */
export const SeenPart = () => {
  const { t } = useWords();
  const scope = useSession().data?.scope.kind ?? 'all';
  return scope === 'all' ? null : <span className="small">{t('seenPart')}</span>;
};
