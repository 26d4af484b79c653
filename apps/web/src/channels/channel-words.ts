import { w, type Sentence } from '../words/sentence.ts';

/** The words of the page of channels, beside those of WORDS. */
export const CHANNEL_WORDS = {
  channelsPage: w('通知渠道', 'Channels'),
  noChannels: w(
    '还没有设置渠道。现在提醒只进“我的提醒”；设置邮件、群机器人或接口推送后，同时经渠道发送。',
    'No channel yet: notices reach the inbox only. Once mail, a group robot or a webhook is set up, they go out there as well.',
  ),
  addChannel: w('添加渠道', 'Add a channel'),
  editChannel: w('修改', 'Change'),
  removeChannel: w('移除', 'Remove'),
  removeAsked: w(
    '移除后不再经此渠道发送，密钥一并删除。',
    'Nothing more is sent through it, and its secrets are deleted.',
  ),
  tryIt: w('发测试消息', 'Send a test'),
  tryTo: w('测试邮件发到', 'Send the test to'),
  undelivered: w(
    '有记录没有送到，按顺序等待；对方恢复后自动补送。开始于',
    'Facts wait in their order until the receiver takes them. Since',
  ),
  tried: w('渠道已接收测试消息', 'The channel took the test message'),
  notTried: w('测试消息没有发出', 'The test message was not sent'),
  channelName: w('名称', 'Name'),
  channelKind: w('种类', 'Kind'),
  enabled: w('启用', 'On'),
  switchedOff: w('停用', 'Off'),
  servedUnits: w('所服务的单位（留空为全部）', 'Units it serves (none: all)'),
  everyUnit: w('全部单位', 'All units'),
  rate: w('限速', 'Rate'),
  noRate: w('不限速', 'no limit'),
  changedOn: w('上次修改', 'Changed'),
  keptSecret: w('不显示；留空则不变', 'Not shown; left empty, it stays'),
  generate: w('生成', 'Generate'),
  windowOf: w('发送时段', 'Send window'),
  workingDaysOnly: w('工作日（含调休上班日）', 'working days (make-up workdays too)'),
  everyDay: w('每天', 'every day'),
  windowAbout: w(
    '其余时间到的提醒等到下一时段合并发送；“我的提醒”随到随见。',
    'What falls due outside waits for the next opening, as one digest; the inbox shows it at once.',
  ),
  providerSaid: w('对方说明', 'The provider said'),
} as const satisfies Record<string, Sentence>;

/** What a provider or the network answered, and what to do. */
const FAILURES: Readonly<Record<string, Sentence>> = {
  'address-not-allowed': w(
    '地址通向内网或本机。确属本单位服务器的，请运维人员设置 LUODI_CHANNELS_PRIVATE=1 后重启。',
    'The address leads into the office network or to this machine. If it is your own server, whoever runs Luodi sets LUODI_CHANNELS_PRIVATE=1 and starts it again.',
  ),
  timeout: w(
    '对方没有在规定时间内应答。请稍后再试，或检查地址和网络。',
    'No answer in time. Try again later, or check the address and the network.',
  ),
  unreachable: w(
    '连不上对方。请检查地址、端口和网络。',
    'The receiver cannot be reached. Check address, port and network.',
  ),
  'rate-limited': w('对方限速，请稍后再试。', 'The provider asks to slow down; try again later.'),
  'provider-busy': w('对方系统繁忙，请稍后再试。', 'The provider is busy; try again later.'),
  gone: w('接收地址已经停用，请向对方索取新地址。', 'The address is no longer in use; ask for a new one.'),
  'answer-unreadable': w(
    '应答不是该平台的格式，可能被网络代理拦截。请检查地址和代理。',
    'The answer is not the provider’s; a proxy may stand between. Check the address and the proxy.',
  ),
  'message-refused': w('对方不接受这条消息的格式。', 'The provider does not take this form of message.'),
  'key-refused': w(
    '机器人不存在或地址不对。请从群设置里重新复制地址。',
    'No such robot, or a wrong address. Copy the address from the group’s settings again.',
  ),
  'robot-disabled': w('机器人已被停用，请在群里启用。', 'The robot is switched off; switch it on in the group.'),
  'not-in-group': w('机器人已不在群里，请重新添加。', 'The robot has left the group; add it again.'),
  'group-gone': w('群已解散。', 'The group was dissolved.'),
  'safety-refused': w(
    '没有通过机器人的安全设置（加签、关键词或地址段）。请核对密钥和关键词。',
    'Refused by the robot’s safety settings. Check the secret and the keyword.',
  ),
  'sign-refused': w(
    '签名不对：密钥有误，或本机时间偏差过大。',
    'The signature was refused: a wrong secret, or this machine’s clock is off.',
  ),
  'sender-address-refused': w(
    '本机的网络地址不在机器人允许的范围内。',
    'This machine’s network address is not among those that the robot allows.',
  ),
  'keyword-missing': w(
    '消息里没有机器人要求的关键词，请填写安全关键词。',
    'The robot’s keyword is missing; enter it here.',
  ),
  'not-encrypted': w(
    '邮件服务器没有可信的加密连接，没有发送。请核对加密方式和证书。',
    'No encryption that can be trusted; nothing was sent. Check the encryption and the certificate.',
  ),
  'sign-in-refused': w(
    '邮件服务器拒绝登录，请核对登录名和密码（授权码）。',
    'The mail server refused the sign-in; check user name and password.',
  ),
  'address-missing': w('没有收件地址。', 'There is no address to send to.'),
  'address-wrong': w('收件地址不正确。', 'The address is wrong.'),
};

const BY_FAMILY: readonly (readonly [RegExp, Sentence])[] = [
  [/^http-5/, w('对方服务器出错，请稍后再试。', 'The receiver’s server failed; try again later.')],
  [
    /^http-40[13]/,
    w('对方不允许发送，请核对地址和密钥。', 'The receiver does not allow it; check address and secret.'),
  ],
  [/^http-/, w('对方拒收，请核对地址。', 'The receiver refused; check the address.')],
  [/^smtp-4/, w('邮件服务器暂时拒收，请稍后再试。', 'The mail server refuses for now; try again later.')],
  [/^smtp-5/, w('邮件服务器拒收，请核对发件地址和收件地址。', 'The mail server refused; check sender and receiver.')],
];

export const failureWords = (code: string): Sentence =>
  FAILURES[code] ??
  BY_FAMILY.find(([family]) => family.test(code))?.[1] ??
  w(`对方拒收（${code}）。`, `The provider refused (${code}).`);
