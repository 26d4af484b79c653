import { Table, Tag } from 'antd';
import type { ReactNode } from 'react';
import type { Schemas } from '../ask/api.ts';
import { DueWord } from '../parts/due-word.tsx';
import { useUnitName } from '../app/known-to-all.ts';
import { ITEM_COLOURS, ITEM_STATES } from '../words/supervision-words.ts';
import { EVENTS, useWords } from '../words/words.ts';
import { Scrolling } from '../parts/scrolling.tsx';

type Item = Schemas['Checklist']['items'][number];

/** A project's checklist: what its events tell, then what people added. `actions` gives the buttons of an item. */
export const ChecklistTable = ({ items, actions }: { items: readonly Item[]; actions?: (item: Item) => ReactNode }) => {
  const { t, say } = useWords();
  const unitName = useUnitName();
  const event = (type: string): string => (type === 'ChecklistItemVerified' ? t('verify') : say(EVENTS[type], type));
  return (
    <Scrolling about={t('checklist')}>
      <Table<Item>
        rowKey="key"
        dataSource={[...items]}
        pagination={false}
        size="small"
        style={{ minWidth: 560 }}
        locale={{ emptyText: t('noItems') }}
        columns={[
          { title: t('item'), width: 200, render: (_, { text }) => say(text) },
          {
            title: t('state'),
            width: 100,
            render: (_, { state }) => (
              <Tag color={ITEM_COLOURS[state] ?? 'default'}>{say(ITEM_STATES[state], state)}</Tag>
            ),
          },
          { title: t('due'), width: 130, render: (_, { due }) => (due === null ? '' : <DueWord due={due} />) },
          { title: t('owner'), width: 100, render: (_, { owner }) => unitName(owner) },
          {
            title: t('doneByEvent'),
            width: 150,
            render: (_, { doneBy }) => (doneBy === null ? '' : `${doneBy.on} ${event(doneBy.event)}`),
          },
          ...(actions === undefined
            ? []
            : [{ title: '', width: 150, render: (_: unknown, item: Item) => actions(item) }]),
        ]}
      />
    </Scrolling>
  );
};
