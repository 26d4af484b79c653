import { Notice } from '../parts/notice.tsx';
import { Link } from '../parts/way.tsx';
import { useWords } from '../words/words.ts';
import { wordOf } from './menu.ts';

/** In place of a page that is of no use without a right that is missing: which page it is, and who can give the right. */
export const NotForYouPage = ({ pathname }: { pathname: string }) => {
  const { t, marks } = useWords();
  const word = wordOf(pathname);
  const title = word === null ? t('noRight') : `${t(word)}${marks.colon}${t('noRight')}`;
  document.title = `${title} · ${t('product')}`;
  return (
    <Notice
      level={1}
      testId="refused-no-right"
      title={title}
      hint={t('noRightHint')}
      actions={<Link to="/">{t('homePage')}</Link>}
    />
  );
};
