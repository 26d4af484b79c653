import { w, type Sentence } from '../words/sentence.ts';

/** The words of the page on which a person is erased. */
export const ERASE_WORDS = {
  eraseTab: w('删除个人信息', 'Erase a person'),
  eraseMeans: w(
    '某人要求删除其个人信息时，销毁其密钥：所有记录中与其有关的内容从此无法读取，记录本身和核验不受影响。无法撤销。',
    'Where somebody asks to be forgotten their key is destroyed: whatever the records tell of them can be read no more, while the records stand and verify. Nothing takes it back.',
  ),
  wantedPerson: w('姓名、电话、邮箱或编号', 'Name, telephone, e-mail or reference'),
  lookFirst: w('先查看', 'Look first'),
  eraseReading: w('正在通读全部记录', 'Reading every record'),
  becomesUnreadable: w('将无法读取', 'What becomes unreadable'),
  nobodyToErase: w('没有可以销毁的密钥', 'Nobody has a key that could be destroyed'),
  personReference: w('编号', 'Reference'),
  factsTelling: w('记录数', 'Records'),
  fieldsTelling: w('栏目', 'Fields'),
  projectsTelling: w('项目', 'Projects'),
  standsClear: w('未加密，仍可读', 'Stands unsealed, and stays'),
  standsClearHint: w(
    '这些地方不在密钥之下。请先在服务器上用 luodi seal-people 封存，再来删除。',
    'No key reaches these places. Seal them first with luodi seal-people at the server, then come back.',
  ),
  notRecalled: w('无法收回', 'What cannot be recalled'),
  eraseChosen: w('删除所选的人…', 'Erase who is chosen…'),
  eraseTitle: w('销毁密钥，无法撤销', 'Destroy the keys: nothing takes it back'),
  eraseCount: w('涉及记录', 'Records concerned'),
  eraseReason: w('理由（永久保存，不要写姓名或号码）', 'Reason, kept for ever: no name or number in it'),
  typeAgain: w('再输入一遍所查的姓名或号码', 'Type once more what was looked for'),
  typedOtherwise: w('与所查内容不同', 'It is not what was looked for'),
  eraseNow: w('销毁密钥', 'Destroy the keys'),
  erasedNow: w('已删除', 'Erased'),
} as const satisfies Record<string, Sentence>;
