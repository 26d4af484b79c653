/** What an import can find in how rows and cells look. */
export const LOOKS_FINDINGS = {
  'row-hidden': ['warn', '该行是隐藏行。', 'The row is hidden.'],
  'name-struck-out': [
    'held',
    '项目名称上划了删除线：项目可能已取消，请决定是否导入。',
    'The name of the project is struck out: perhaps it was given up. Decide whether it is imported.',
  ],
  'struck-out': [
    'warn',
    '这一格划了删除线，按原样记录，请核对。',
    'This cell is struck out: stored as typed, please check.',
  ],
  'part-struck-out': [
    'warn',
    '这一格有一部分划了删除线，只读取未划去的部分，请核对。',
    'A part of this cell is struck out: only what stands was read. Please check:',
  ],
  comment: [
    'warn',
    '这一格有批注，已随本行保存，未计入，请核对。',
    'Something is pinned to this cell as a comment: kept with the row, not counted. Please check.',
  ],
} as const;
