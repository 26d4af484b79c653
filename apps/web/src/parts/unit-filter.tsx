import { Select } from 'antd';
import { useOrganisation } from '../app/known-to-all.ts';
import { useWords } from '../words/words.ts';
import { useChosen } from './chosen.ts';

/** The unit by which a page is narrowed; it stands in the address. */
export const UnitFilter = () => {
  const { t } = useWords();
  const { chosen, set } = useChosen();
  const units = useOrganisation().data?.units ?? [];
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('unit')}
      aria-label={t('unit')}
      value={chosen.get('unit')}
      onChange={(value?: string) => {
        set('unit', value ?? null);
      }}
      style={{ width: 200 }}
      options={units.map(({ code, name }) => ({ value: code, label: name }))}
    />
  );
};
