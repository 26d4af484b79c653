import { w, type Sentence } from '../../words/sentence.ts';

/** The words of forms. */
export const FORM_WORDS = {
  chooseOne: w('请选择', 'Choose one'),
  notAnAmount: w('请输入金额，例如 12345.67', 'Type an amount such as 12345.67'),
  sameAs: w('即', 'that is'),
  moreEntries: w('依据、佐证、备注等（可不填）', 'Basis, evidence, note and more (optional)'),
  fillIn: w('填写', 'Fill in'),
  willBeRecorded: w('将记录', 'Will be recorded'),
  secondLook: w('请再核对一遍', 'Please look again'),
  backToForm: w('返回修改', 'Back to the form'),
  confirmAndSubmit: w('已核对，提交', 'Checked, submit'),
  notSubmitted: w('填写的内容还没有提交', 'What you typed is not submitted yet'),
  keepFilling: w('继续填写', 'Go on'),
  keepDraft: w('保留草稿并关闭', 'Keep the draft and close'),
  dropDraft: w('放弃填写的内容', 'Throw it away'),
  draftRestored: w('已恢复上次未提交的内容。', 'What you had typed and not submitted is back.'),
  startAnew: w('清空重填', 'Start anew'),
  removeRow: w('移除这一项', 'Remove this one'),
  unitOfMoney: w('金额单位', 'Unit of money'),
  undoIt: w('撤销（更正）', 'Undo (a correction)'),
  chooseFile: w('选择文件（只登记文件指纹）', 'Choose a file (only its digest is recorded)'),
  manyOf: w('输入后按回车，可填多项', 'Type and press Enter; several are possible'),
  noneFound: w('没有找到', 'Nothing found'),
  signInAgain: w(
    '登录已过期。重新登录后再点提交，内容会保留。',
    'You were signed out. Sign in and submit again; what you typed stays.',
  ),
} as const satisfies Record<string, Sentence>;

/** What the two sides of a choice between yes and no are called, where "yes" and "no" would be misread. */
export const SIDES: Readonly<Record<string, readonly [Sentence, Sentence]>> = {
  accepted: [w('认可', 'Accept'), w('退回重新回复', 'Return for another reply')],
  valuable: [w('有价值', 'Valuable'), w('无价值', 'Not valuable')],
  granted: [w('同意', 'Grant'), w('不同意', 'Refuse')],
  same: [w('是同一项目', 'The same project'), w('不是同一项目', 'Different projects')],
  satisfied: [w('满意', 'Satisfied'), w('不满意', 'Not satisfied')],
};
