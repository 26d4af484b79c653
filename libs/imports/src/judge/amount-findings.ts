/** What an import can find in amounts that leave a doubt. */
export const AMOUNT_FINDINGS = {
  'amount-about': [
    'warn',
    '写的是约数，按其中的数字记录，原文保留，请核对。',
    'Said to be about so much: recorded as the number that stands there, kept as written. Please check:',
  ],
  'amount-in-parts': [
    'warn',
    '一格里写了几笔金额（如分期）：按写明的总额、没有总额的按各笔之和记录，原文保留，请核对。',
    'Several amounts stand in one cell, as those of phases: recorded as the total that is told, or as their sum, and kept as written. Please check:',
  ],
  'amount-open': [
    'held',
    '写的是范围或上下限，不是一个确定的金额：请补准确金额，或决定按所写数字（范围按下限）记录。',
    'A range or a limit is no single amount: give the exact one, or decide that the number that stands there counts (of a range the lower end).',
  ],
  'amount-left-open': [
    'warn',
    '写的是范围或上下限，不是一个确定的金额：按原文保存，未计入。',
    'A range or a limit is no single amount: kept as written, not counted.',
  ],
  'unit-not-told': [
    'held',
    '没有写明金额单位，按万元计算金额过大或过小：请说明这一列的单位，或决定按万元记录。',
    'No unit of the amounts is named, and in 万元 they are too large or too small: name the unit of the column, or decide that it is 万元.',
  ],
  'units-differ': [
    'held',
    '表格上方或附注写了两种金额单位，不知按哪一种：请说明这一列的单位，或决定按离表头最近的一种记录。',
    'The lines above the table, or its notes, name two units of money: name the unit of the column, or decide that the nearest one counts.',
  ],
  'amount-beyond-reason': [
    'held',
    '金额大得不可能，可能填了电话、编号，或单位写错：请人工决定。',
    'No amount can be that large: perhaps a telephone or a number was typed, or the unit is wrong. A person decides.',
  ],
  'two-units': [
    'warn',
    '表头写了两种金额单位，按第一种记录，请核对。',
    'The header names two units; read in the first of them. Please check.',
  ],
  'note-contradicts': [
    'warn',
    '附注所写的金额单位与表头不一致，按表头记录，请核对。',
    'A note names another unit of money than the header: read as the header says. Please check.',
  ],
  'second-amount': [
    'warn',
    '这一行还写了另一种货币的金额，只记录了前一个，此处按原文保存，请核对。',
    'The row tells an amount in another currency too: only the first is recorded, this one is kept as written. Please check.',
  ],
  'parts-above-whole': [
    'warn',
    '各部分之和超过到位总额：按总额记录，各部分按原文保存，请核对。',
    'The parts are more than the whole that arrived: the whole is recorded, the parts are kept as written. Please check.',
  ],
  'whole-in-two-currencies': [
    'warn',
    '到位总额里含外币部分：只记录各部分，总额按原文保存，请核对有没有漏记。',
    'A part of what arrived is in another currency: the parts are recorded, the whole is kept as written. Please check that nothing is missing.',
  ],
  'whole-and-foreign': [
    'held',
    '到位金额旁还有一笔外币：是包含在内，还是另外一笔，请人工决定。',
    'An amount in another currency stands beside what arrived: a part of it, or more money? A person decides.',
  ],
  'amount-differs': [
    'warn',
    '另一张表写的合同额不同，按前一处记录，此处按原文保存，请核对。',
    'Another sheet tells another contracted amount: the first is recorded, this one is kept as written. Please check.',
  ],
  'unit-contradicts': [
    'warn',
    '单元格显示的单位与表头不一致，按单元格显示记录，请核对。',
    'The unit that the cell shows is not that of the header; read as the cell shows. Please check.',
  ],
  'arrived-differs': [
    'warn',
    '累计到位与已知各笔到账之和不符，按各笔计入，累计数按原文保存，请核对。',
    'What has arrived so far is not the sum of the known arrivals: those are counted, the total is kept as written. Please check:',
  ],
  'arrived-untold': [
    'warn',
    '写了累计到位，但没有任何一笔到账：按原文保存，未计入到位资金。',
    'Money is said to have arrived so far, and no arrival is known: kept as written, not counted.',
  ],
} as const;
