import { useUnitName } from '../app/known-to-all.ts';
import { CHOICES } from '../words/choice-words.ts';
import { useWords } from '../words/words.ts';

const BANDS: Readonly<Record<string, readonly [string, string]>> = {
  '>=20': ['20 亿元以上', '20 亿元 and more'],
  '[10,20)': ['10–20 亿元', '10–20 亿元'],
  '[5,10)': ['5–10 亿元', '5–10 亿元'],
  '[1,5)': ['1–5 亿元', '1–5 亿元'],
  '<1': ['1 亿元以下', 'under 1 亿元'],
};

/** What a row of a table of figures is called: a unit by its name, a band or a choice in words; what has none says so. */
export const useRowName = (): ((by: string, key: string | null) => string) => {
  const { t, say, language } = useWords();
  const unitName = useUnitName();
  return (by, key) => {
    if (key === null || key === '') return t('noneNamed');
    if (by === 'unit' || by === 'team') return unitName(key);
    const band = BANDS[key];
    if (by === 'size-band' && band !== undefined) return band[language === 'zh' ? 0 : 1];
    return say(CHOICES[key], key);
  };
};
