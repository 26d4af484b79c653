import { w, type Sentence } from '../words/sentence.ts';

/** The words of export layouts. */
export const LAYOUT_WORDS = {
  layoutsPage: w('导出版式', 'Export layouts'),
  newLayout: w('新建版式', 'New layout'),
  editLayout: w('修改', 'Change'),
  removeLayout: w('删除', 'Remove'),
  removeLayoutSure: w('删除后不能再按它导出。删除？', 'Nothing can be exported in it afterwards. Remove it?'),
  layoutAbout: w(
    '按上级或本局的表样导出清单：表头照写，次序照排，金额换成表上的单位；不选来源的列留空，供手工填写。同名的版式被替换。',
    'Lists leave in the form that is asked for: its headers, its order, amounts in its unit; a column without a source stays blank, to be filled in by hand. One of the same name is replaced.',
  ),
  layoutName: w('版式名称', 'Name of the layout'),
  layoutTitle: w('表头第一行', 'First line of the sheet'),
  layoutList: w('用于清单', 'For the list'),
  everyList: w('所有清单', 'Every list'),
  layoutColumns: w('列', 'Columns'),
  layoutHeader: w('表头', 'Header'),
  layoutColumn: w('取自（不选则留空）', 'Taken from (none: left blank)'),
  layoutUnit: w('金额单位', 'Unit of the amount'),
  serialColumn: w('序号', 'Number of the row'),
  noLayouts: w('还没有本局的导出版式', 'The bureau has no layout of its own yet'),
  noLayoutsHint: w(
    '新建后，清单的“导出 Excel”旁可以选它。',
    'Once there is one, it can be chosen beside “Export to Excel” of a list.',
  ),
  exportAs: w('按版式导出', 'Export in a layout'),
} as const satisfies Record<string, Sentence>;
