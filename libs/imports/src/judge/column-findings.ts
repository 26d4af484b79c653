/** What an import can find where the words over a column and its values contradict each other. */
export const COLUMN_FINDINGS = {
  'columns-changed-places': [
    'warn',
    '两列的列名像是写反了，已按内容读取，请核对',
    'The headings of two columns seem to have changed places: read by what they hold. Please check:',
  ],
  'column-doubted': [
    'warn',
    '这一列的内容与列名不符，请核对',
    'What this column holds does not fit its heading. Please check:',
  ],
  'columns-doubted': [
    'held',
    '列名与内容对不上，可能整列错位，请先核对各列，或由人工决定',
    'Headings and contents do not go together, perhaps columns were moved: check the columns, or decide.',
  ],
  'names-changed-places': [
    'warn',
    '项目名称像企业，投资方像项目，可能填反了；按原样记录，请核对。',
    'The name is that of a firm, and the investor that of a project: perhaps they changed places. Stored as typed, please check.',
  ],
} as const;
