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
} as const;
