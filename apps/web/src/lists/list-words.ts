import { w, type Sentence } from '../words/sentence.ts';

/** The words of the lists of projects. */
export const LIST_WORDS = {
  chooseList: w('切换清单', 'Choose a list'),
  signingYear: w('签约年份', 'Signed in'),
  amountFrom: w('合同额不低于（亿元）', 'Contracted from (亿元)'),
  amountTo: w('合同额不高于（亿元）', 'Contracted up to (亿元)'),
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
} as const satisfies Record<string, Sentence>;
