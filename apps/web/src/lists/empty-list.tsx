import { Button, Skeleton } from 'antd';
import { Link } from '../parts/way.tsx';
import { useSession } from '../app/known-to-all.ts';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../words/words.ts';
import { useAnyProject } from './list-queries.ts';

// Lists that one hopes to find empty.
const HOPED_EMPTY: readonly string[] = [
  'stalled',
  'started-not-entered',
  'entered-without-funds',
  'imported-with-warnings',
  'held',
  'city-coordination',
];

/** Why a list has no rows: narrowed too far, nothing of the kind at present, nothing to see, or nothing ever entered. */
export const EmptyList = ({ list, filtered, onClear }: { list: string; filtered: boolean; onClear: () => void }) => {
  const { t } = useWords();
  const session = useSession().data;
  const any = useAnyProject(!filtered);
  if (filtered)
    return (
      <Notice
        testId="filtered-out"
        title={t('nothing')}
        actions={<Button onClick={onClear}>{t('clearFilters')}</Button>}
      />
    );
  if (any.isPending) return <Skeleton active />;
  if ((any.data?.total ?? 0) > 0)
    return <Notice testId="none-of-list" title={HOPED_EMPTY.includes(list) ? t('goodNews') : t('noneOfList')} />;
  if (session && session.scope.kind !== 'all')
    return <Notice testId="none-in-scope" title={t('noneInScope')} hint={t('noneInScopeHint')} />;
  return (
    <Notice
      testId="nothing-yet"
      title={t('nothingYet')}
      actions={session?.permissions.includes('import') && <Link to="/import">{t('importLedger')}</Link>}
    />
  );
};
