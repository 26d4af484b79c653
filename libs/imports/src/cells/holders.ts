import { clean, cleanName } from './text.ts';

const PHONE = /[:：,，]?\s*(?:电话|手机)?[:：]?\s*(?:1\d{10}|0\d{2,3}[-—]?\d{7,8}|\d{7,8})(?!\d)/g;
const TITLE = /[(（][^()（）]*[)）]/g;
const BETWEEN = /[、,，;；/\r\n]+/;
const PERSON = /^[\u4E00-\u9FFF·]{2,4}$/;

const OFFICE =
  '(?:[市县区镇乡](?:委|政府)?)?(?:常务副?|副|第一)?(?:书记|市长|县长|区长|镇长|乡长|局长|部长|主任|主席|常委|秘书长|处长|科长|组长|队长|董事长|总经理|经理|调研员)';
const IS_OFFICE = new RegExp(`^${OFFICE}$`);
/** 副区长钱进, 钱进副区长: an office before or behind two or three signs of a name. */
const WITH_OFFICE = new RegExp(`^${OFFICE}(?=[\u4E00-\u9FFF]{2,3}$)|(?<=^[\u4E00-\u9FFF]{2,3})(?<!副)${OFFICE}$`);

const parts = (text: string, between: RegExp): readonly string[] =>
  text
    .replace(PHONE, '\n')
    .split(between)
    .map(cleanName)
    .filter((part) => part !== '');

/** A name that was broken over lines: one sign alone on a line is nobody. */
const BROKEN =
  /(?<=^[\u4E00-\u9FFF])[\r\n]+(?=[\u4E00-\u9FFF]{1,3}$)|(?<=^[\u4E00-\u9FFF]{1,3})[\r\n]+(?=[\u4E00-\u9FFF]$)/;

/** People whom a cell names, without their titles and telephones: 张三（副市长）、李四 13800000000 → 张三, 李四. A name spread over its cell, 张　三, is one. */
export const peopleIn = (text: string): readonly string[] =>
  parts(text.replace(TITLE, '').trim().replace(BROKEN, ''), BETWEEN).flatMap((part) => {
    const all = part.split(/\s+/);
    const names = all.filter((word) => !IS_OFFICE.test(word)).map((word) => word.replace(WITH_OFFICE, ''));
    const words = names.length === 0 ? all : names;
    return words.length > 1 && words.every((word) => PERSON.test(word))
      ? words
      : [words.join(' ').replace(/(?<=[\u4E00-\u9FFF])\s(?=[\u4E00-\u9FFF])/g, '')];
  });

/** The unit that leads, where a cell names several; and, under a head of units and people, who stands behind it. */
export const unitIn = (
  text: string,
  header: string,
  known: ReadonlySet<string>,
): { readonly unit: string; readonly person: string | null } => {
  const whole = cleanName(text);
  if (known.has(whole)) return { unit: whole, person: null };
  const withPeople = /(单位|部门|科室).*人|人.*(单位|部门|科室)/.test(clean(header));
  const [unit = whole, ...others] = parts(text, withPeople ? /[、,，;；/\s:：(（)）]+/ : /[、,，;；/]+/);
  const apart = unit.split(' ');
  if (apart.length > 1 && apart.every((part) => UNIT.test(part))) return { unit: apart[0]!, person: null };
  return {
    unit,
    person: withPeople
      ? (others.find((part) => PERSON.test(part) && !PART_PLAYED.test(part) && !UNIT.test(part)) ?? null)
      : null,
  };
};

/** What a unit does beside others: 工信局（牵头）. */
const PART_PLAYED = /^(共同)?(牵头|主办|主责|首责|责任|配合|协办|协助|协同|参与|承办|会办)(单位|部门)?$/;

/** Units that stand behind each other with blanks between them. */
const UNIT = /(局|委|办|办公室|镇|乡|街道|镇政府|乡政府|中心|管委会|区|院|部|处|科)$/;

const FIRM = /(公司|集团|厂|中心|研究院|研究所|合作社|企业|银行|基金|Ltd\.?|Inc\.?|GmbH)([(（][^()（）]*[)）])?$/i;
/** The tail of a firm's name, which is none by itself. */
const TAIL = /^(控股|股份|集团|责任|有限|公司|[(（][^()（）]*[)）])+$/;

/** Firms that stand one under the other are several; a long name that was broken over lines is one. */
export const firmsIn = (text: string): string => {
  const lines = text
    .split(/[\r\n]+/)
    .map(cleanName)
    .filter((line) => line !== '');
  return lines.length > 1 && lines.every((line) => FIRM.test(line) && !TAIL.test(line))
    ? lines.join('、')
    : cleanName(text);
};
