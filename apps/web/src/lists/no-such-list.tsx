import { Notice } from '../parts/notice.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Link } from '../parts/way.tsx';
import { useWords } from '../words/words.ts';
import { ListSwitcher } from './list-switcher.tsx';

/** An address that names no list: the lists that there are, and the way to the usual one. */
export const NoSuchList = () => {
  const { t } = useWords();
  return (
    <>
      <PageTitle window={t('noSuchList')}>{t('noSuchList')}</PageTitle>
      <Notice
        testId="no-such-list"
        title={t('noSuchListHint')}
        actions={
          <>
            <ListSwitcher list={null} view={null} />
            <Link to="/lists/signed-not-started">{t('allProjects')}</Link>
          </>
        }
      />
    </>
  );
};
