import type { FieldName, SheetKind } from './field-names.ts';
import type { FieldRule } from './field-rules.ts';

const rule = (field: FieldName, weight: number, words: string, kinds?: readonly SheetKind[]): FieldRule => ({
  field,
  weight,
  is: new RegExp(`^(the)?(${words})$`, 'i'),
  ...(kinds ? { kinds } : {}),
});

/** Headers of forms in English, as a foreign chamber or a parent company sends them. Blanks and units are gone. */
// prettier-ignore
export const ENGLISH_RULES: readonly FieldRule[] = [
  rule('sequence', 9, 'no|nr|s/?n|serial(no|number)?|item|#'),
  rule('code', 9, 'project(code|id|no|number|ref|reference)|ref(erence)?(no|number)?'),
  rule('name', 9, '(project|lead)(name|title)?|name(of)?(the)?project'), rule('investor', 9, '(name(of)?)?(the)?(investor|investing(company|party)|company|investingenterprise)(name|s)?'),
  rule('creditCode', 9, '(unified)?(social)?creditcode|uscc'), rule('contractNo', 9, '(contract|agreement)(no|number|code|ref)'),
  rule('originCountry', 9, '(investor|source)?(country|nationality)(of)?(origin|investor)?(orregion)?'), rule('region', 9, '(host)?(location|site|district|region|park|town|county)'),
  rule('industry', 8, 'industry|sector'), rule('sourceChannel', 8, '(source|channel|leadsource)'),
  rule('unit', 9, '(responsible|lead|owner|host)(unit|department|agency|bureau|office)|department'), rule('leader', 8, '(responsible)?leader'), rule('steward', 8, '(project)?(manager|steward|officer)'),
  rule('contact', 8, 'contact(person|name)?'), rule('contactPhone', 8, '(contact)?(phone|tel|telephone|mobile|email)(no|number)?'),
  rule('signedOn', 9, '(date(of)?)?(contract)?(sign(ed|ing)?|signature)(date|on)?|contractdate|signeddate|dateofcontract'),
  rule('contracted', 9, '(total|contract(ed)?|planned|agreed)?(investment|contract)(amount|value|volume|sum)?|contractedamount'), rule('fixedAssets', 9, '(ofwhich)?fixed(asset|assets)(investment)?'),
  rule('contracted', 7, 'amount', ['projects']),
  rule('intendedAmount', 9, '(intended|expected|estimated|proposed)(investment|amount)(amount|value)?'), rule('registeredCapital', 9, 'registeredcapital'),
  rule('agreedStart', 9, '(agreed|contractual)(construction)?start(date)?(ofconstruction)?'), rule('plannedStart', 9, '(planned|expected|scheduled|target)(construction)?start(date)?(ofconstruction)?'),
  rule('startOn', 8, '(actual|certified)?(construction)?(start|commencement|groundbreaking)(date)?(ofconstruction)?|(date(of)?)?(construction)start(ed)?(on|date)?'),
  rule('productionOn', 8, '(startof)?production(start|date|startdate)?'), rule('completedOn', 8, 'completion(date)?|completedon'), rule('endedOn', 8, '(date(of)?)?terminat(ion|ed)(date|on)?'), rule('endReason', 8, '(reason(for)?)?termination(reason)?'),
  rule('progress', 8, '(current|latest|project)?(progress|status)(update|report)?'), rule('nextStep', 8, 'next(step|steps|action|actions)'), rule('note', 5, 'remarks?|notes?|comments?'),
  rule('receivedOn', 9, '(date(of)?)?(receiv(ed|ing)|receipt|first(contact|approach))(date|on)?', ['leads']),
  rule('arrivedOn', 9, '(date(of)?)?(arriv(al|ed)|payment|receipt|transfer)(date|on)?', ['arrivals']), rule('arrivedOn', 5, 'date', ['arrivals']),
  rule('amount', 9, '(amount|funds|paid|payment)(received|arrived|paidin|paid)?(amount)?|arrivedamount', ['arrivals']), rule('voucher', 9, '(voucher|receipt|payment)(no|number|ref)', ['arrivals']),
  rule('currency', 8, 'currency'), rule('progressOn', 8, '(report|progress|update)?date', ['progress']),
];
