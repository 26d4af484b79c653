import { useLists } from '../app/known-to-all.ts';
import { CommandForm } from '../parts/form/command-form.tsx';
import type { Field } from '../parts/form/field-values.ts';
import { OnePicker, type Picked } from '../parts/form/pickers.tsx';
import { useWords } from '../words/words.ts';
import type { Layout } from './layout-queries.ts';
import { LAYOUT_WORDS } from './layout-words.ts';

type Label = Field['label'];
const text = (name: string, label: Label, required: boolean): Field => ({
  name,
  kind: 'text',
  required,
  label,
  max: 60,
});

/** How a form is written: what it is called, for which list, and its columns from left to right. */
const FIELDS: readonly Field[] = [
  text('name', LAYOUT_WORDS.layoutName, true),
  text('title', LAYOUT_WORDS.layoutTitle, false),
  text('list', LAYOUT_WORDS.layoutList, false),
  {
    name: 'columns',
    kind: 'list',
    required: true,
    label: LAYOUT_WORDS.layoutColumns,
    of: [
      text('header', LAYOUT_WORDS.layoutHeader, true),
      text('column', LAYOUT_WORDS.layoutColumn, false),
      text('unit', LAYOUT_WORDS.layoutUnit, false),
    ],
  },
];

const ListPicker = (picked: Picked<string>) => {
  const { t, say } = useWords();
  const options = useLists().lists.map(({ name, title }) => ({ value: name, label: say(title) }));
  return <OnePicker {...picked} options={options} placeholder={t('everyList')} />;
};

const ColumnPicker = (picked: Picked<string>) => {
  const { t, say } = useWords();
  const columns = useLists().columns.filter(({ name }) => name !== 'id');
  const options = columns.map(({ name, title }) => ({ value: name, label: say(title) }));
  return <OnePicker {...picked} options={[{ value: 'serial', label: t('serialColumn') }, ...options]} />;
};

const UNITS = ['元', '万元', '亿元'].map((unit) => ({ value: unit, label: unit }));
const UnitPicker = (picked: Picked<string>) => <OnePicker {...picked} options={UNITS} />;

/** Writes a form of exports, or changes one. */
export const LayoutForm = ({
  layout,
  version,
  onClose,
}: {
  layout: Layout | null;
  version: number;
  onClose: () => void;
}) => (
  <CommandForm
    onClose={onClose}
    begun={{
      url: '/api/layouts',
      version,
      touches: ['layouts'],
      about: LAYOUT_WORDS.layoutAbout,
      ...(layout === null ? {} : { initial: { ...layout, columns: [...layout.columns] } }),
      complete: (body) => ({ layout: body }),
      pickers: { list: <ListPicker />, column: <ColumnPicker />, unit: <UnitPicker /> },
      command: {
        type: 'PublishLayout',
        title: layout === null ? LAYOUT_WORDS.newLayout : LAYOUT_WORDS.layoutsPage,
        fields: FIELDS,
      },
    }}
  />
);
