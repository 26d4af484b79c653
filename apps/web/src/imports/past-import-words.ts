import { w, type Sentence } from '../words/sentence.ts';

/** What was imported before, taking it back, and what waits of it. */
export const PAST_IMPORT_WORDS = {
  noPast: w('还没有导入过台账', 'No ledger was imported yet'),
  importedBy: w('导入人', 'By'),
  importedAt: w('时间', 'When'),
  file: w('文件', 'File'),
  runs: w('次数', 'Runs'),
  importState: w('状态', 'State'),
  rowsReturned: w('未接受的行', 'Rows that came back'),
  rowsReturnedHint: w(
    '这些行没有存入；改好后再导入，或在结果工作簿中查看。至多列出一千行。',
    'Nothing of these rows was stored; mend them and import again. A thousand are listed at most.',
  ),
  stillWaiting: w('仍待决定', 'Still waiting'),
  stillWaitingHint: w(
    '再次导入同一文件，就可以继续决定这些行。',
    'Import the same file again to decide about these rows.',
  ),
  importedProjects: w('涉及的项目', 'Projects told of'),
  createdByImport: w('新建', 'Created'),
  addedByImport: w('补充', 'Added to'),
  factsWritten: w('写入记录', 'Facts'),
  fromRows: w('来自', 'From'),
  fileHash: w('文件指纹', 'Hash of the file'),
  takeBack: w('撤回这次导入', 'Take this import back'),
  takeBackHint: w(
    '这次导入写入的每一条记录都会作废，并在各项目的历史中注明。之后别人又登记过的项目会保留。',
    'Every fact that this import wrote is voided and stays in the histories. Projects of which others have recorded facts since will stay.',
  ),
  takeBackReason: w('撤回理由', 'Reason'),
  takingBack: w('正在撤回，大的导入要等一会儿。', 'It is being taken back; a large import takes a while.'),
  takeBackUnheard: w(
    '没有等到服务器的回答，撤回可能仍在进行。完成后这里会显示；也可以再撤回一次，不会重复作废。',
    'The server’s answer did not come; the import may still be being taken back. This page shows when it is; taking it back again voids nothing twice.',
  ),
  takenBack: w('已撤回', 'Taken back'),
  takenBackFacts: w('作废的记录', 'Facts voided'),
  staying: w('保留下来的项目（之后另有记录）', 'Projects that stay (others recorded facts since)'),
  waitsForSecond: w('落在已关账的月份，等待第二人批准', 'Fall into closed months and wait for a second person'),
  askSecondHint: w(
    '请有审批权限的另一人登录，打开这一页批准；然后再次导入同一文件，即可写入。',
    'Let another person who may decide sign in and approve it on this page; then import the same file again.',
  ),
  secondApprovesHint: w(
    '请核对下面等待的行。批准后，导入人再次导入同一文件即可写入；各项目的历史会记下批准人。',
    'Look at the rows below. Once you approve, they are recorded when the same file is imported again; the histories name you.',
  ),
  approveClosed: w('批准记入已关账月份', 'Let them in'),
  secondApproved: w('第二人已批准', 'Approved by a second person'),
  approvedHint: w('再次导入同一文件，这些行就会写入。', 'Import the same file again, and these rows are recorded.'),
  finished: w('已导入', 'Imported'),
  begun: w('未完成', 'Not finished'),
  begunHint: w(
    '正在导入，或中途停下了。再次导入同一文件，会从停下的地方继续，不会重复；不要了，可以撤回。',
    'It is under way, or was cut short. The same file goes on from where it stopped and doubles nothing. If it is not wanted, take it back.',
  ),
} as const satisfies Record<string, Sentence>;
