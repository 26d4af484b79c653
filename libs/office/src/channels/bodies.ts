import { field } from '#domain';

export class KeepChannel {
  @field.anything({ zh: '渠道设置（kind、name 等）', en: 'Settings: kind, name and what the kind needs' })
  settings!: unknown;
  @field.anything({
    zh: '密钥与地址（没写的不变，写空的删除）',
    en: 'Secrets: address, secret, password; each one left out stays, an empty one is removed',
    optional: true,
  })
  secrets?: unknown;
  @field.texts({ zh: '所服务的单位（留空为全部）', en: 'Units it serves (none: all)', optional: true, max: 200 })
  units?: string[];
  @field.flag({ zh: '启用', en: 'Enabled', optional: true }) enabled?: boolean;
}
export class TryChannel {
  @field.text({ zh: '收件地址（仅邮件）', en: 'Address (mail only)', optional: true, max: 254 }) email?: string;
}
export class KeepContact {
  @field.text({ zh: '邮箱（留空则删除）', en: 'Mail address (left out: removed)', optional: true, max: 254 })
  email?: string;
}
export const CHANNEL_BODIES: readonly (new () => object)[] = [KeepChannel, TryChannel, KeepContact];
