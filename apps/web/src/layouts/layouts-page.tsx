import { Alert, Button, Popconfirm, Space } from 'antd';
import { useState } from 'react';
import { useLists } from '../app/known-to-all.ts';
import { problemOf } from '../ask/api.ts';
import { KeeperButton } from '../numbers/keeper-button.tsx';
import { useKeepsNumbers } from '../numbers/keeps-numbers.ts';
import { Answer } from '../parts/answer.tsx';
import { Notice } from '../parts/notice.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { WideTable } from '../parts/wide-table.tsx';
import { useWords } from '../words/words.ts';
import { LayoutForm } from './layout-form.tsx';
import { useLayouts, useRemoveLayout, type Layout } from './layout-queries.ts';

const WIDTH = 720; // pixels of the table

/** The forms, each with its headers from left to right; who keeps the numbers changes them and takes them away. */
const LayoutTable = ({ layouts, onEdit }: { layouts: readonly Layout[]; onEdit: (layout: Layout) => void }) => {
  const { t, say, marks } = useWords();
  const keeps = useKeepsNumbers();
  const { lists } = useLists();
  const remove = useRemoveLayout();
  const tools = {
    key: 'tools',
    render: (_: unknown, layout: Layout) => (
      <Space>
        <Button
          size="small"
          onClick={() => {
            onEdit(layout);
          }}
        >
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
          ...(keeps ? [tools] : []),
        ]}
      />
    </>
  );
};

/** The bureau's own forms in which lists leave as workbooks. */
export const LayoutsPage = () => {
  const { t } = useWords();
  const found = useLayouts();
  const [doing, begin] = useState<Layout | 'new' | null>(null);
  return (
    <>
      <PageTitle
        extra={
          found.data && (
            <KeeperButton
              onBegin={() => {
                begin('new');
              }}
            >
              {t('newLayout')}
            </KeeperButton>
          )
        }
      >
        {t('layoutsPage')}
      </PageTitle>
      <Answer to={found}>
        {({ layouts, version }) => (
          <>
            {layouts.length === 0 ? (
              <Notice testId="no-layouts" title={t('noLayouts')} hint={t('noLayoutsHint')} />
            ) : (
              <LayoutTable layouts={layouts} onEdit={begin} />
            )}
            {doing !== null && (
              <LayoutForm
                layout={doing === 'new' ? null : doing}
                version={version}
                onClose={() => {
                  begin(null);
                }}
              />
            )}
          </>
        )}
      </Answer>
    </>
  );
};
