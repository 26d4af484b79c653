import { w, type Sentence } from '../words/sentence.ts';

/** The words of the lists of projects. */
export const LIST_WORDS = {
  ownViews: w('我的视图', 'My views'),
  unitViews: w('本单位共用视图', 'Views of my unit'),
  allViews: w('全部人员共用视图', 'Views for everybody'),
  saveView: w('保存视图', 'Save the view'),
  saveAsView: w('另存视图', 'Save as another view'),
  updateView: w('保存修改', 'Save the change'),
  changeView: w('修改视图', 'Change the view'),
  viewChanged: w('视图已改动，尚未保存', 'This view was changed and is not saved yet'),
  removeView: w('删除视图', 'Remove the view'),
  removeViewSure: w('确定删除这个视图吗？项目不受影响。', 'Remove this view? No project is affected.'),
  removeSharedSure: w(
    '其他人也在用这个视图，确定删除吗？项目不受影响。',
    'Others use this view too. Remove it? No project is affected.',
  ),
  viewTitle: w('视图名称', 'Name of the view'),
  viewReach: w('谁可以看到', 'Who finds it'),
  projectLists: w('清单', 'Lists'),
  pickedRows: w('已选', 'Chosen:'),
  pickShown: w('选择本页全部', 'Choose all that are shown'),
  clearPicked: w('取消选择', 'Choose none'),
  exportPicked: w('导出所选', 'Export chosen'),
  chooseList: w('切换清单', 'Choose a list'),
  signingYear: w('签约年份', 'Signed in'),
  amountFrom: w('合同额不低于（亿元）', 'Contracted from (亿元)'),
  amountTo: w('合同额不高于（亿元）', 'Contracted up to (亿元)'),
  inYuanOnly: w('以外币签订的合同不在其内', 'Contracts in foreign money are not among them'),
  tag: w('标签', 'Tag'),
  moreFilters: w('更多筛选', 'More filters'),
  columns: w('列', 'Columns'),
  ownColumns: w('恢复默认列', 'Usual columns'),
  groupByYear: w('按签约年份分组', 'Group by signing year'),
  noSigningYear: w('未签约', 'Not signed'),
  copyRows: w('复制', 'Copy'),
  copyPicked: w('复制所选', 'Copy chosen'),
  copied: w('已复制行数：', 'Rows copied:'),
  exportExcel: w('导出 Excel', 'Export to Excel'),
  compareDays: w('对比两天', 'Two days compared'),
  comparedFrom: w('从', 'From'),
  comparedTo: w('到', 'To'),
  comparedTotals: w('合计', 'Totals'),
  projectCount: w('项目数', 'Number of projects'),
  difference: w('增减', 'Difference'),
  comparedEntered: w('新列入', 'Came in'),
  comparedLeft: w('已退出', 'Left'),
  comparedChanged: w('有变化', 'Changed'),
  comparedFirst: w(
    '只列出前 500 个，请按单位或条件缩小范围',
    'The first 500 are listed: narrow it by unit or condition',
  ),
  nothingOfKind: w('没有', 'None'),
  leftByTime: w('因时间推移退出，没有对应的记录', 'By the passing of time, not by a record'),
  nowIn: w('现处', 'now in'),
  clearFilters: w('清除筛选', 'Clear the filters'),
  noneOfList: w('目前没有列入本清单的项目', 'No project is on this list at present'),
  goodNews: w('没有列入本清单的项目，一切正常', 'Nothing on this list: all is well'),
  noneInScope: w('您的查看范围内还没有项目', 'There is no project in what you may see yet'),
  noneInScopeHint: w(
    '项目指定给您或您的单位后会列在这里；查看范围由管理员设置。',
    'Projects stand here once they are given to you or to your unit; an administrator sets what you may see.',
  ),
  removeFilter: w('去掉筛选', 'Remove the filter'),
  print: w('打印', 'Print'),
  printedAt: w('打印时间', 'Printed at'),
  palette: w('查找', 'Search'),
  paletteHint: w(
    '页面、项目名称、编号、投资方；上下键选择，回车打开',
    'Pages, names, codes, investors; arrows to choose, Enter to open',
  ),
  pages: w('页面', 'Pages'),
  since: w('自', 'since'),
  noSuchList: w('没有这个清单', 'There is no such list'),
  noSuchListHint: w('请另选一个清单。', 'Choose another list.'),
} as const satisfies Record<string, Sentence>;

/** Who finds a saved view. */
export const REACHES = {
  own: w('只有我自己', 'Only myself'),
  unit: w('本单位人员', 'Everybody of my unit'),
  all: w('全部人员', 'Everybody'),
} as const satisfies Record<string, Sentence>;

/** What became of a command that was given to several projects, where some refused it. */
export const someRefused = (done: number, refused: readonly (Sentence & { readonly name: string })[]): Sentence => ({
  zh: `已办理 ${done} 个；未办理 ${refused.length} 个：${refused.map(({ name, zh }) => `${name}（${zh}）`).join('；')}`,
  en: `Done for ${done}; refused for ${refused.length}: ${refused.map(({ name, en }) => `${name} (${en})`).join('; ')}`,
});

/** Why the chosen rows are not exported, and how else they get out. */
export const exportedAtMost = (most: number): Sentence => ({
  zh: `所选一次最多导出 ${most} 个，请减少选择，或筛选后用“导出 Excel”导出整个清单`,
  en: `At most ${most} chosen projects are exported at once: choose fewer, or narrow the list and export all of it`,
});
