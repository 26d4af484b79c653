// Written by apps/web/generate-api.sh from the kinds of channels. Do not edit.
export const CHANNEL_FORMS = {
  "mail": [
    {
      "name": "host",
      "label": {
        "zh": "邮件服务器",
        "en": "Mail server"
      },
      "as": "text",
      "required": true,
      "hint": "smtp.example.cn"
    },
    {
      "name": "port",
      "label": {
        "zh": "端口",
        "en": "Port"
      },
      "as": "number",
      "required": true,
      "hint": "465"
    },
    {
      "name": "security",
      "label": {
        "zh": "加密方式",
        "en": "Encryption"
      },
      "as": "choice",
      "required": true,
      "choices": {
        "tls": {
          "zh": "TLS（通常用 465 端口）",
          "en": "TLS (usually port 465)"
        },
        "starttls": {
          "zh": "STARTTLS（通常用 587 端口）",
          "en": "STARTTLS (usually port 587)"
        },
        "none": {
          "zh": "不加密",
          "en": "none"
        }
      }
    },
    {
      "name": "from",
      "label": {
        "zh": "发件地址",
        "en": "Sender address"
      },
      "as": "text",
      "required": true,
      "hint": "luodi@example.cn"
    },
    {
      "name": "fromName",
      "label": {
        "zh": "发件人名称",
        "en": "Sender name"
      },
      "as": "text"
    },
    {
      "name": "user",
      "label": {
        "zh": "登录名",
        "en": "User name"
      },
      "as": "text"
    },
    {
      "name": "password",
      "as": "secret",
      "label": {
        "zh": "密码（授权码）",
        "en": "Password"
      }
    },
    {
      "name": "perMinute",
      "label": {
        "zh": "每分钟最多封数",
        "en": "Mails a minute at most"
      },
      "as": "number"
    },
    {
      "name": "timeoutSeconds",
      "label": {
        "zh": "超时（秒）",
        "en": "Time-out (seconds)"
      },
      "as": "number"
    }
  ],
  "wecom": [
    {
      "name": "address",
      "as": "secret",
      "label": {
        "zh": "地址",
        "en": "Address"
      },
      "required": true,
      "hint": "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…"
    },
    {
      "name": "timeoutSeconds",
      "label": {
        "zh": "超时（秒）",
        "en": "Time-out (seconds)"
      },
      "as": "number"
    }
  ],
  "dingtalk": [
    {
      "name": "address",
      "as": "secret",
      "label": {
        "zh": "地址",
        "en": "Address"
      },
      "required": true,
      "hint": "https://oapi.dingtalk.com/robot/send?access_token=…"
    },
    {
      "name": "secret",
      "as": "secret",
      "label": {
        "zh": "加签密钥",
        "en": "Signing secret"
      },
      "hint": "SEC…"
    },
    {
      "name": "keyword",
      "label": {
        "zh": "安全关键词",
        "en": "Safety keyword"
      },
      "as": "text"
    },
    {
      "name": "timeoutSeconds",
      "label": {
        "zh": "超时（秒）",
        "en": "Time-out (seconds)"
      },
      "as": "number"
    }
  ],
  "feishu": [
    {
      "name": "address",
      "as": "secret",
      "label": {
        "zh": "地址",
        "en": "Address"
      },
      "required": true,
      "hint": "https://open.feishu.cn/open-apis/bot/v2/hook/…"
    },
    {
      "name": "secret",
      "as": "secret",
      "label": {
        "zh": "签名密钥",
        "en": "Signing secret"
      }
    },
    {
      "name": "keyword",
      "label": {
        "zh": "安全关键词",
        "en": "Safety keyword"
      },
      "as": "text"
    },
    {
      "name": "timeoutSeconds",
      "label": {
        "zh": "超时（秒）",
        "en": "Time-out (seconds)"
      },
      "as": "number"
    }
  ],
  "webhook": [
    {
      "name": "address",
      "as": "secret",
      "label": {
        "zh": "地址",
        "en": "Address"
      },
      "required": true,
      "hint": "https://"
    },
    {
      "name": "secret",
      "as": "secret",
      "label": {
        "zh": "签名密钥（同时交给接收方）",
        "en": "Signing secret (give it to the receiver as well)"
      },
      "required": true,
      "hint": "whsec_…",
      "made": "webhook-secret"
    },
    {
      "name": "previousSecret",
      "as": "secret",
      "label": {
        "zh": "更换前的密钥（接收方换好之前）",
        "en": "Secret before the change (until the receiver has changed over)"
      },
      "hint": "whsec_…"
    },
    {
      "name": "facts",
      "label": {
        "zh": "推送的记录（留空则推送提醒）",
        "en": "Facts that it is told (none: notices)"
      },
      "as": "choices",
      "choices": "events"
    },
    {
      "name": "timeoutSeconds",
      "label": {
        "zh": "超时（秒）",
        "en": "Time-out (seconds)"
      },
      "as": "number"
    }
  ]
} as const;
