import { w, type Sentence } from '../words/sentence.ts';

/** The words of the templates of reports. */
export const TEMPLATE_WORDS = {
  editTemplate: w('修改模板', 'Change the template'),
  templateOf: w('模板', 'Template'),
  templateVersion: w('模板版本', 'Version of the template'),
  templateShipped: w('随软件提供', 'shipped with the software'),
  templateText: w('模板正文', 'Text of the template'),
  templateHelp: w(
    '# 标题，> 主送，## 一级标题，### 二级标题，其余每行为一段。数字不手写，用 {signed}、{signed.change}、{signed-amount:亿元}、{list:stalled.red} 代替，默认口径的自定指标写其代号；«…» 内的数字不存在时整句省略。@ranking 指标… 为排名表，@list 清单 颜色… 为项目表。',
    '# title, > addressee, ## heading, ### heading below, every other line a paragraph. Figures are not typed: {signed}, {signed.change}, {signed-amount:亿元}, {list:stalled.red} stand for them, and the short names of the default definition’s own metrics; «…» is left out where one of its figures does not exist. @ranking METRIC… is a table of places, @list NAME COLOUR… a table of projects.',
  ),
  templateNote: w('修改说明', 'What was changed'),
  previewTemplate: w('预览', 'Preview'),
  publishTemplate: w('发布模板', 'Publish the template'),
  templateIsPublished: w(
    '已发布。此后的报告按新模板，已定稿的文件不变。',
    'Published. Reports follow it from now on; what was frozen stays as it is.',
  ),
  backToReport: w('返回报告', 'Back to the report'),
} as const satisfies Record<string, Sentence>;
