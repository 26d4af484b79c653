import { Alert, Button, Popconfirm, Skeleton, Space } from 'antd';
import { useState } from 'react';
import { useLists } from '../app/known-to-all.ts';
import { problemOf } from '../ask/api.ts';
import { useKeepsNumbers } from '../numbers/keeps-numbers.ts';
import { Notice } from '../parts/notice.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Refused } from '../parts/refused.tsx';
import { WideTable } from '../parts/wide-table.tsx';
import { useWords } from '../words/words.ts';
import { LayoutForm } from './layout-form.tsx';
import { useLayouts, useRemoveLayout, type Layout } from './layout-queries.ts';

const WIDTH = 720; // pixels of the table

/** The forms, each with its headers from left to right; who keeps the numbers changes them and takes them away. */
const LayoutTable = ({
  layouts,
  onEdit,
}: {
  layouts: readonly Layout[];
  onEdit: ((layout: Layout) => void) | null;
}) => {
  const { t, say, marks } = useWords();
  const { lists } = useLists();
  const remove = useRemoveLayout();
  const tools = {
    key: 'tools',
    render: (_: unknown, layout: Layout) => (
      <Space>
        <Button size="small" onClick={() => onEdit?.(layout)}>
          {t('editLayout')}
        </Button>
        <Popconfirm
          title={t('removeLayoutSure')}
          okText={t('removeLayout')}
          cancelText={t('cancel')}
          onConfirm={() => {
            remove.mutate(layout.name);
          }}
        >
          <Button size="small">{t('removeLayout')}</Button>
        </Popconfirm>
      </Space>
    ),
  };
  return (
    <>
      {remove.isError && <Alert type="error" showIcon title={say(problemOf(remove.error))} />}
      <WideTable<Layout>
        about={t('layoutsPage')}
        width={WIDTH}
        rowKey="name"
        pagination={false}
        dataSource={[...layouts]}
        columns={[
          { title: t('layoutName'), dataIndex: 'name' },
          {
            title: t('layoutList'),
            render: (_: unknown, { list }: Layout) =>
              list === null ? t('everyList') : say(lists.find(({ name }) => name === list)?.title, list),
          },
          {
            title: t('layoutColumns'),
            render: (_: unknown, { columns }: Layout) => columns.map(({ header }) => header).join(marks.list),
          },
          ...(onEdit === null ? [] : [tools]),
        ]}
      />
    </>
  );
};

/** The bureau's own forms in which lists leave as workbooks. */
export const LayoutsPage = () => {
  const { t } = useWords();
  const keeps = useKeepsNumbers();
  const found = useLayouts();
  const [doing, begin] = useState<Layout | 'new' | null>(null);
  const layouts = found.data?.layouts ?? [];
  return (
    <>
      <PageTitle
        extra={
          keeps &&
          found.data && (
            <Button
              type="primary"
              onClick={() => {
                begin('new');
              }}
            >
              {t('newLayout')}
            </Button>
          )
        }
      >
        {t('layoutsPage')}
      </PageTitle>
      {found.isError && <Refused error={found.error} again={found.refetch} />}
      {found.isPending && <Skeleton active />}
      {found.data && layouts.length === 0 && (
        <Notice testId="no-layouts" title={t('noLayouts')} hint={t('noLayoutsHint')} />
      )}
      {layouts.length > 0 && <LayoutTable layouts={layouts} onEdit={keeps ? begin : null} />}
      {found.data && doing !== null && (
        <LayoutForm
          layout={doing === 'new' ? null : doing}
          version={found.data.version}
          onClose={() => {
            begin(null);
          }}
        />
      )}
    </>
  );
};
