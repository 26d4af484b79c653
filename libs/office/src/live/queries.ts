import { field } from '#domain';

export class LiveQuery {
  @field.integer({
    zh: '自哪个日志位置起',
    en: 'From which position of the log',
    optional: true,
    max: 999_999_999_999_999,
  })
  since?: number;
}
