import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Notice } from '../parts/notice.tsx';
import { Link } from '../parts/way.tsx';
import { useWords } from '../words/words.ts';
import { useSession } from './known-to-all.ts';
import { roomsFor } from './menu.ts';

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));

/** An address that leads nowhere: searched from here, also where there is no keyboard. */
export const NoSuchPage = () => {
  const { t } = useWords();
  const permissions = useSession().data?.permissions ?? [];
  const [searching, search] = useState(false);
  document.title = `${t('noSuchPage')} · ${t('product')}`;
  return (
    <>
      <Notice
        level={1}
        testId="no-such-page"
        title={t('noSuchPage')}
        hint={t('noSuchPageHint')}
        actions={
          <>
            <Button
              type="primary"
              onClick={() => {
                search(true);
              }}
            >
              {t('palette')}
            </Button>
            <Link to="/">{t('homePage')}</Link>
          </>
        }
      />
      {searching && (
        <Suspense>
          <Palette
            rooms={roomsFor(permissions)}
            onClose={() => {
              search(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
};
