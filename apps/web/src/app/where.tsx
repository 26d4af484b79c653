import { Breadcrumb } from 'antd';
import { useLocation } from 'react-router';
import { Link } from '../parts/way.tsx';
import { useWords } from '../words/words.ts';
import { placeOf, type Room } from './menu.ts';

/** The way from the first page to this one. */
export const Where = ({ rooms }: { rooms: readonly Room[] }) => {
  const { t } = useWords();
  const { pathname } = useLocation();
  const at = placeOf(rooms, pathname);
  if (at === null) return null;
  const { room, entry } = at;
  const own = room.entries.length > 1 || room.word !== entry.word;
  return (
    <Breadcrumb
      className="where"
      items={[
        { title: <Link to="/">{t('homePage')}</Link> },
        { title: t(room.word) },
        ...(own
          ? [{ title: pathname === entry.path ? t(entry.word) : <Link to={entry.path}>{t(entry.word)}</Link> }]
          : []),
      ]}
    />
  );
};
