import { Badge, Menu, type MenuProps } from 'antd';
import { useState } from 'react';
import { useLocation } from 'react-router';
import { Link } from '../parts/way.tsx';
import { useWords } from '../words/words.ts';
import { placeOf, type Entry, type Room } from './menu.ts';

/** The rooms at the side. A room of one page is that page; of the others the one that is walked in stands open. */
export const SideMenu = ({
  rooms,
  waiting,
  onChosen,
}: {
  rooms: readonly Room[];
  waiting: number;
  onChosen?: () => void;
}) => {
  const { t } = useWords();
  const { pathname } = useLocation();
  const at = placeOf(rooms, pathname);
  const [opened, open] = useState<string[] | null>(null);
  const entry = ({ path, word }: Entry, room: Room) => ({
    key: path,
    label: (
      <Link to={path}>
        {room.entries.length === 1 ? t(room.word) : t(word)}
        {path === '/inbox' && waiting > 0 && (
          <>
            {' '}
            <Badge count={waiting} size="small" />
          </>
        )}
      </Link>
    ),
  });
  const items: MenuProps['items'] = rooms.map((room) =>
    room.entries.length === 1
      ? entry(room.entries[0]!, room)
      : { key: room.key, label: t(room.word), children: room.entries.map((one) => entry(one, room)) },
  );
  return (
    <nav aria-label={t('menu')}>
      <Menu
        mode="inline"
        items={items}
        selectedKeys={at === null ? [] : [at.entry.path]}
        openKeys={opened ?? (at === null ? [] : [at.room.key])}
        onOpenChange={open}
        onClick={() => {
          open(null);
          onChosen?.();
        }}
        className="side-menu"
      />
    </nav>
  );
};
