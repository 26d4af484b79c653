// Written by apps/web/generate-api.sh from the kinds of channels. Do not edit.
export const CHANNEL_NAMES = {
  "inbox": {
    "zh": "我的提醒",
    "en": "Inbox"
  },
  "mail": {
    "zh": "电子邮件",
    "en": "E-mail"
  },
  "wecom": {
    "zh": "企业微信",
    "en": "WeCom"
  },
  "dingtalk": {
    "zh": "钉钉",
    "en": "DingTalk"
  },
  "feishu": {
    "zh": "飞书",
    "en": "Feishu"
  },
  "webhook": {
    "zh": "接口推送",
    "en": "Webhook"
  }
} as const;
