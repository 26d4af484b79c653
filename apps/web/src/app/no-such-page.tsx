import { Button } from 'antd';
import { useContext } from 'react';
import { Notice } from '../parts/notice.tsx';
import { Link } from '../parts/way.tsx';
import { useWords } from '../words/words.ts';
import { Searching } from './searching.ts';

/** An address that leads nowhere: searched from here, also where there is no keyboard. */
export const NoSuchPage = () => {
  const { t } = useWords();
  const search = useContext(Searching);
  document.title = `${t('noSuchPage')} · ${t('product')}`;
  return (
    <Notice
      level={1}
      testId="no-such-page"
      title={t('noSuchPage')}
      hint={t('noSuchPageHint')}
      actions={
        <>
          <Button type="primary" onClick={search}>
            {t('palette')}
          </Button>
          <Link to="/">{t('homePage')}</Link>
        </>
      }
    />
  );
};
