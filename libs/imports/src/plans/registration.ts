import type { IsoDate } from '#domain';
import { clean, readFlag } from '../cells/text.ts';
import type { FieldName } from '../columns/field-names.ts';
import { codedName, frameworkOf, namesIn } from '../rows/meanings.ts';
import type { Day, LedgerRow } from '../rows/ledger-row.ts';
import { plan, type Planned } from './planned.ts';

const labelled = (label: string, text: string | undefined): string[] => {
  if (text === undefined) return [];
  const flag = readFlag(text);
  return flag === null ? [text] : flag ? [label] : [];
};

const tagsOf = ({ text, tags }: LedgerRow): string[] => [
  ...new Set([
    ...labelled('主导产业', text.leading),
    ...labelled('战略性新兴产业', text.emerging),
    ...namesIn(text.investorKind),
    ...tags,
  ]),
];

/** Both parties of a joint venture, the foreign one first. */
export const investorOf = ({ text }: LedgerRow): string | undefined => {
  const parties = [text.foreignInvestor, text.domesticInvestor].filter((one): one is string => one !== undefined);
  return text.investor ?? (parties.length === 0 ? undefined : parties.join('、'));
};

const HOME = /^(中国|境内|国内|中华人民共和国)$/;

/** 广东省 + 深圳市, or the country where it is abroad. */
export const originOfRow = ({ text }: LedgerRow): string | undefined => {
  if (text.originCountry !== undefined && !HOME.test(clean(text.originCountry))) return text.originCountry;
  const { originProvince = '', originCity = '' } = text;
  const joined = originProvince === originCity ? originProvince : `${originProvince}${originCity}`;
  return text.origin ?? (joined === '' ? text.originCountry : joined);
};

/** A negotiation has no contract: what its ledger calls 总投资 is what is intended. */
export const intendedOf = ({ text, days, money }: LedgerRow) => {
  const contract = days.signedOn !== undefined || frameworkOf(text.agreementKind) !== null;
  return money.intendedAmount ?? (contract ? undefined : money.contracted);
};

/** The most exact level of the industry that the row names, without its code. */
export const industryOf = ({ text }: LedgerRow): string | undefined => {
  const written = text.industry ?? text.industryPart ?? text.industryGroup;
  return written === undefined ? undefined : codedName(written).name;
};

const INDUSTRY: readonly FieldName[] = ['industry', 'industryPart', 'industryGroup'];

const carriedBy = (row: LedgerRow): readonly FieldName[] => {
  const { text, money } = row;
  const industry = INDUSTRY.find((field) => text[field] !== undefined);
  const exact = industry !== undefined && codedName(text[industry]!).code === null;
  const abroad = originOfRow(row) === text.originCountry;
  return [
    'code',
    'name',
    'creditCode',
    'nationalCode',
    'sourceChannel',
    'chain',
    'leading',
    'emerging',
    'investorKind',
    'tag',
    'region',
    'unit',
    'note',
    ...(row.days.knownOn !== undefined ? (['knownOn'] as const) : (['receivedOn'] as const)), // the day of the registration itself
    ...(text.investor === undefined ? (['foreignInvestor', 'domesticInvestor'] as const) : (['investor'] as const)),
    ...(exact ? [industry] : []),
    ...(abroad
      ? (['originCountry'] as const)
      : text.origin === undefined
        ? (['originProvince', 'originCity'] as const)
        : (['origin'] as const)),
    ...(money.intendedAmount !== undefined
      ? (['intendedAmount'] as const)
      : intendedOf(row) !== undefined
        ? (['contracted'] as const)
        : []),
  ];
};

/** The registration of a project and who holds it, dated when it was first known. `silentUntil`: the day of the import, where its ledger tells no progress at all. */
export const registrationOf = (
  row: LedgerRow,
  code: string,
  known: Day,
  silentUntil: IsoDate | null,
): readonly Planned[] => {
  const { text } = row;
  const identity = {
    code,
    title: text.name,
    investor: investorOf(row),
    creditCode: text.creditCode,
    nationalCode: text.nationalCode,
    sourceChannel: text.sourceChannel,
    intendedAmount: intendedOf(row),
    industry: industryOf(row),
    chain: text.chain,
    originRegion: originOfRow(row),
    hostRegion: text.region,
    unit: text.unit,
    tags: tagsOf(row),
    note: text.note,
    progressKnownFrom: silentUntil,
  };
  const type = row.kind === 'leads' ? 'RegisterLead' : 'RecordProject';
  return [
    ...plan(row, { type, day: known, fields: identity, field: 'name', carries: carriedBy(row), essential: true }),
    ...ownerOf(row, known),
  ];
};

/** Who holds the project, as the row says. */
export const ownerOf = (row: LedgerRow, day: Day): readonly Planned[] => {
  const { leader, steward, liaison } = row.text;
  if (leader === undefined && steward === undefined && liaison === undefined) return [];
  const fields = { leader, steward, liaisons: liaison === undefined ? undefined : namesIn(liaison) };
  return plan(row, { type: 'AssignOwner', day, fields, field: 'name', carries: ['leader', 'steward', 'liaison'] });
};
