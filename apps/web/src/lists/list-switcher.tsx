import { Select } from 'antd';
import { useState } from 'react';
import { useGo } from '../parts/way.tsx';
import { useLists } from '../app/known-to-all.ts';
import { useTime } from '../parts/time.ts';
import { useWords, type Word } from '../words/words.ts';
import { useListCounts } from './list-queries.ts';
import { addressOfView, useViewCount, useViews, type View } from './view-queries.ts';

const ViewCount = ({ view }: { view: View }) => {
  const { time } = useTime();
  return <>{useViewCount(view, time)}</>;
};

const OF_VIEW = 'view ';

/** From one list or saved view to another, with how many projects each holds at the time that is looked at. */
export const ListSwitcher = ({ list, view }: { list: string | null; view: string | null }) => {
  const { t, say } = useWords();
  const go = useGo();
  const { lists } = useLists();
  const { time } = useTime();
  const [open, setOpen] = useState(false);
  const counts = useListCounts(time, open);
  const views = useViews();
  const viewOf = (value: unknown): View | undefined => views.find((one) => `${OF_VIEW}${one.view}` === value);
  const groups: readonly (readonly [Word, readonly View[]])[] = [
    ['ownViews', views.filter(({ own }) => own)],
    ['unitViews', views.filter(({ own, reach }) => !own && reach === 'unit')],
    ['allViews', views.filter(({ own, reach }) => !own && reach === 'all')],
  ];
  const chosen = views.some((one) => one.view === view) ? `${OF_VIEW}${view ?? ''}` : list;
  return (
    <Select<string>
      aria-label={t('chooseList')}
      placeholder={t('chooseList')}
      showSearch={{ optionFilterProp: 'label' }}
      value={chosen}
      className="filter wide"
      listHeight={420}
      onOpenChange={setOpen}
      onChange={(value) => {
        const to = viewOf(value);
        go(to === undefined ? `/lists/${value}` : addressOfView(to));
      }}
      options={[
        ...groups
          .filter(([, some]) => some.length > 0)
          .map(([word, some]) => ({
            label: t(word),
            options: some.map((one) => ({ value: `${OF_VIEW}${one.view}`, label: one.title })),
          })),
        { label: t('projectLists'), options: lists.map(({ name, title }) => ({ value: name, label: say(title) })) },
      ]}
      optionRender={({ value, label }) => {
        const of = viewOf(value);
        return (
          <span className="between">
            {label}
            <span className="small">
              {of === undefined ? counts?.find(({ name }) => name === value)?.total : <ViewCount view={of} />}
            </span>
          </span>
        );
      }}
    />
  );
};
