/** What an import can find where a project stands over its phases. */
export const PHASE_FINDINGS = {
  'phases-kept': [
    'warn',
    '下面各期是本项目的一部分：按本行登记一个项目，各期内容随本行保存',
    'The lines below are phases of this project: one project is recorded by this row, and what they say is kept with it:',
  ],
  'phases-open': [
    'held',
    '下面各期是本项目的一部分，总项目要由人工决定',
    'The lines below are phases of this project, and a person decides about the whole:',
  ],
  'only-a-phase': [
    'held',
    '名称只写了第几期，看不出是哪个项目，请补全项目名称后再导入',
    'Its name is that of a phase only, and nothing tells of which project: write the whole name and import again:',
  ],
} as const;
