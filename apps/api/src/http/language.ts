import type { Request } from 'express';

export type Language = 'zh' | 'en';

/** ?lang= decides, then Accept-Language by its order and weights; Chinese where neither says. */
export const languageOf = (request: Pick<Request, 'query' | 'headers'>): Language => {
  const asked = request.query?.['lang'];
  if (asked === 'zh' || asked === 'en') return asked;
  const accepted = (request.headers['accept-language'] ?? '')
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = Number(
        parameters
          .find((parameter) => parameter.trim().startsWith('q='))
          ?.trim()
          .slice(2) ?? '1',
      );
      return { language: tag.split('-')[0], weight: Number.isNaN(weight) ? 0 : weight };
    })
    .filter(({ language, weight }) => (language === 'zh' || language === 'en') && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return (accepted[0]?.language as Language | undefined) ?? 'zh';
};
