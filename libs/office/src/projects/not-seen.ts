import { Rejected } from '#domain';

const NOT_SEEN = {
  zh: '没有这个项目，或您没有查看该项目的权限。',
  en: 'There is no such project, or you may not see it.',
};

/** One answer for a project that is not there and one that the asker may not see: two would tell which. */
export const notSeen = (field: string | null = null): Rejected => new Rejected('project-unknown', NOT_SEEN, field);
