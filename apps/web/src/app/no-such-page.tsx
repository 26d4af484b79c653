import { Link } from '../parts/way.tsx';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../words/words.ts';

export const NoSuchPage = () => {
  const { t } = useWords();
  document.title = `${t('noSuchPage')} · ${t('product')}`;
  return (
    <Notice
      level={1}
      testId="no-such-page"
      title={t('noSuchPage')}
      hint={t('noSuchPageHint')}
      actions={<Link to="/">{t('homePage')}</Link>}
    />
  );
};
