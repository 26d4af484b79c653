const OF_A_PERSON = /人$|人员?$|姓名|^contact|name$|by$|person/i;
const OF_A_FIRM = /投资人|法人|企业|公司|单位(名称)?$|firm|company|investor/i;

/** Whether a column of a ledger is headed as one of people's names. 企业联系人 is, 投资人 is a firm. */
export const headsNames = (header: string): boolean => {
  const text = header.trim();
  return /联系人/.test(text) || (OF_A_PERSON.test(text) && !OF_A_FIRM.test(text));
};

const ASIDE = /[（(【[].*?[）)】\]]/g;
const TITLES =
  /^(董事长|副?总经理|总裁|总监|经理|主任|部长|秘书|助理|书记|局长|处长|科长|先生|女士|小姐|老师|无|暂无|待定|mr|mrs|ms|manager|director)$/i;

/** The names that a cell under such a header holds: 王五（经理）、李六 → 王五, 李六. Titles are no names, nor is a single character. */
export const namesIn = (cell: string): readonly string[] =>
  cell
    .replace(ASIDE, ' ')
    .split(/[^\p{L}·]+/u)
    .filter((one) => one.length > 1 && one.length <= 20 && !TITLES.test(one));
