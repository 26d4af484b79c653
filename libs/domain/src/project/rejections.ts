import { rejecting, type Sentence } from '../rejected.ts';

/** Every rule that can say no, and what the user is told. Grep the code to find the rule and its test. */
export const REJECTIONS = {
  'project-unknown': { zh: '没有这个项目。', en: 'There is no such project.' },
  'project-exists': { zh: '该项目已经登记过。', en: 'This project is already registered.' },
  'wrong-phase': { zh: '项目在当前阶段不能办理此事项。', en: 'This cannot be done in the phase the project is in.' },
  'occurred-in-future': {
    zh: '发生日期不能晚于今天；将来的日期只能写在计划里。',
    en: 'A fact cannot be dated after today; future dates belong to plans.',
  },
  'period-closed': {
    zh: '该日期所在的报告期已关账，补录须写明批准人，并将产生更正报告。',
    en: 'That day lies in a closed reporting period: name an approver; a restatement will follow.',
  },
  'approver-required': { zh: '须写明批准人。', en: 'Name the approver.' },
  'correction-beyond-unit': {
    zh: '只能更正或作废本单位登记的记录；他人认定、审批的记录请督办人员更正。',
    en: 'You correct and void what your own unit recorded; what others certified or decided is for the supervision office.',
  },
  'correction-over-limit': {
    zh: '登记已久、来自台账或金额变动较大的记录，须由第二人批准后更正，请填写批准人（限度见规则）。',
    en: 'What was recorded long ago or came from a ledger, and large amounts, are corrected with a second person: name the approver (the policy says from where on).',
  },
  'amendment-over-limit': {
    zh: '合同额变动超过规则所定限度，须由第二人批准，请填写批准人。',
    en: 'The contract moves further than the policy lets one person move it: name the approver.',
  },
  'approver-is-giver': {
    zh: '批准人须为办理人以外的人。',
    en: 'The approver must be somebody else than who gives the command.',
  },
  'approver-unknown': {
    zh: '没有这个账号，批准人须填写账号。',
    en: 'There is no such account; name the approver by the account.',
  },
  'certified-by-reporter': {
    zh: '申报人不能认定自己的申报，须由他人认定。',
    en: 'Who reported it cannot certify it; a second person must.',
  },
  'title-blank': { zh: '项目名称不能为空白。', en: 'The title must not be blank.' },
  'not-a-lead': {
    zh: '该项目不是以线索登记的，没有线索环节。',
    en: 'This project was not registered as a lead and has no lead stage.',
  },
  'lead-acknowledged': { zh: '该线索已签收。', en: 'This lead is already acknowledged.' },
  'no-claim': { zh: '没有待认定的首报首谈申请。', en: 'There is no first-contact claim to decide.' },
  'duplicate-unknown': { zh: '没有登记过与该项目的疑似重复。', en: 'No duplicate with that project was flagged.' },
  'date-not-later': { zh: '日期必须晚于原定日期。', en: 'The date must be later than the one it replaces.' },
  'negotiation-open': { zh: '洽谈已经开始。', en: 'The negotiation is already open.' },
  'pre-review-required': { zh: '签约前须通过预审。', en: 'The project must pass the pre-review before it is signed.' },
  'joint-review-required': {
    zh: '签约前须经联席会审。',
    en: 'The project must be heard by the joint review before it is signed.',
  },
  'contract-signed': {
    zh: '该项目已签约；一个项目只签约一次，变更请用合同变更。',
    en: 'The project is already signed. A project is signed once; amend the contract instead.',
  },
  'no-contract': { zh: '项目尚未签约。', en: 'The project has no contract yet.' },
  'amount-not-positive': { zh: '金额必须大于零。', en: 'The amount must be above zero.' },
  'amount-too-large': {
    zh: '项目的合同额或到位资金合计超过可记载的上限，请核对单位。',
    en: 'The contract or the arrived funds of the project would exceed what can be recorded; check the unit.',
  },
  'child-twice': { zh: '两个子项目的编号或标识相同。', en: 'Two children have the same code or id.' },
  'credit-unit-twice': { zh: '同一单位只能占一个份额。', en: 'A unit can have one share only.' },
  'currency-differs': { zh: '币种不同，不能相加。', en: 'The currencies differ and cannot be added.' },
  'nothing-changes': { zh: '没有写明变更了什么。', en: 'Say what changes.' },
  'start-before-contract': {
    zh: '先开工后签约须写明批准文件。',
    en: 'A start before the contract needs the paper that allows it.',
  },
  'start-certified': { zh: '开工已认定。', en: 'The start is already certified.' },
  'start-not-reported': { zh: '没有待认定的开工申报。', en: 'There is no reported start to decide.' },
  'statistics-entered': { zh: '项目已入库纳统。', en: 'The project is already entered in the statistics.' },
  'arrival-exists': { zh: '该到账记录号已用过。', en: 'This arrival id is already used.' },
  'arrival-unknown': { zh: '没有这笔到账记录。', en: 'There is no such arrival.' },
  'arrival-certified': { zh: '这笔到账已认定。', en: 'This arrival is already certified.' },
  'arrival-reversed': { zh: '这笔到账已冲销。', en: 'This arrival is already reversed.' },
  'arrival-before-project': {
    zh: '到账日期早于项目建档日期，不能认定。',
    en: 'The money arrived before the project was known; it cannot be certified.',
  },
  'before-arrival': { zh: '日期不能早于到账日期。', en: 'That day lies before the money arrived.' },
  'already-on-hold': { zh: '项目已在暂停中。', en: 'The project is already on hold.' },
  'not-on-hold': { zh: '项目没有暂停。', en: 'The project is not on hold.' },
  'excuse-ended': { zh: '计时暂停至的日期不能早于认可日期。', en: 'The pause must not end before it is accepted.' },
  'split-does-not-add-up': {
    zh: '各子项目与母项目保留额之和必须等于合同额。',
    en: 'The children and the stated rest must add up to the contract.',
  },
  'person-unknown': {
    zh: '没有这个账号。未开通账号的人员请直接填写姓名。',
    en: 'Nobody has this account. Write the name of whoever has none.',
  },
  'child-exists': { zh: '子项目的标识或编号已被使用。', en: 'The id or code of a child is already in use.' },
  'child-invalid': { zh: '子项目不能成立。', en: 'A child could not be recorded.' },
  'absorbed-unknown': { zh: '没有被并入的项目。', en: 'There is no such project to absorb.' },
  'absorbed-itself': { zh: '项目不能并入自身。', en: 'A project cannot absorb itself.' },
  'absorbed-ended': { zh: '被并入的项目已经结束。', en: 'The project to absorb has already ended.' },
  'absorbed-signed': {
    zh: '已签约的项目不能并入未签约的项目，否则这次签约不再计数；请反过来并入。',
    en: 'A signed project cannot be merged into one that is not signed, for its signing would count no more: merge the other way round.',
  },
  'absorbed-amount': {
    zh: '随之并入的合同额不能超过被并入项目的合同额。',
    en: 'More cannot come with the absorbed project than its contract.',
  },
  'transfer-not-asked': { zh: '没有待接收的移交。', en: 'There is no transfer to accept.' },
  'credit-not-100': { zh: '各单位份额之和必须为 100%。', en: 'Credit shares must sum to 100 %.' },
  'fact-unknown': { zh: '没有这条记录。', en: 'There is no such fact.' },
  'fact-creates-project': {
    zh: '还有其他有效记录时，建档记录不能作废；请先作废其他记录，或放弃、终止、合并该项目。',
    en: 'The first record cannot be voided while other facts stand; void those first, or drop, terminate or merge the project.',
  },
  'fact-ties-projects': {
    zh: '合并、拆分同时记在两个项目上，不能作废。合同额有误，请更正或变更合同；并错、拆错的，请补录应当单独存在的项目。',
    en: 'A merge or a split stands on two projects and cannot be voided. Correct the amount or amend the contract; a project that should stand by itself is recorded anew.',
  },
  'fact-voided': { zh: '这条记录已作废。', en: 'This fact is already voided.' },
  'field-unknown': { zh: '该记录没有这个字段。', en: 'That fact has no such field.' },
  'field-differs': {
    zh: '原值与记录不符，请刷新后再更正。',
    en: 'The fact does not hold that value; reload and correct again.',
  },
  'correction-invalid': { zh: '更正后的记录不成立。', en: 'The corrected fact would not be valid.' },
} as const satisfies Record<string, Sentence>;
export type RejectionCode = keyof typeof REJECTIONS;

export const reject = rejecting(REJECTIONS);
