import { Button, Dropdown } from 'antd';
import { useLayouts } from '../layouts/layout-queries.ts';
import { useWords } from '../words/words.ts';
import { exportAddress, type ListAsked } from './list-question.ts';

/** The bureau's own forms for this list, each a way out of the page; nothing where there is none. */
export const ExportLayouts = ({ list, asked, also }: { list: string; asked: ListAsked; also: readonly string[] }) => {
  const { t, language } = useWords();
  const mine = (useLayouts().data?.layouts ?? []).filter((one) => one.list === null || one.list === list);
  if (mine.length === 0) return null;
  const address = (layout: string): string =>
    exportAddress(list, { ...asked, columns: null }, also, language, { layout });
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: mine.map(({ name }) => ({
          key: name,
          label: (
            <a href={address(name)} download>
              {name}
            </a>
          ),
        })),
      }}
    >
      <Button data-testid="export-layouts">{t('exportAs')}</Button>
    </Dropdown>
  );
};
