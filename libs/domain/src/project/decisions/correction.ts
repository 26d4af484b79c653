import type { IsoDate } from '../../dates.ts';
import { InvalidCommand } from '../../fields/invalid.ts';
import { namedIn, type Named, type People } from '../../person.ts';
import { Rejected } from '../../rejected.ts';
import type { CORRECTION_COMMANDS } from '../commands/correction.ts';
import { correctableFields, readCorrected } from '../correctable.ts';
import { corrected, creates, inBusinessOrder, tiesProjects, type Placed } from '../corrections.ts';
import type { ProjectEvent } from '../events.ts';
import { fold } from '../fold.ts';
import { factAt } from '../known-facts.ts';
import { reject, REJECTIONS } from '../rejections.ts';
import { bears, holds } from '../sound.ts';
import type { Decisions } from './decision.ts';
import { checkHands, largestOf } from './hands.ts';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** The fact of that version as it stands now, corrected as it may have been before. */
const targetOf = (history: readonly Placed[], version: number): Placed => {
  const written = factAt(history, version) ?? reject('fact-unknown', 'target');
  return inBusinessOrder(history).find((event) => event.version === written.version) ?? reject('fact-voided', 'target');
};

const valueOf = (fact: Placed, field: string): unknown =>
  field === 'occurredOn' ? fact.occurredOn : (fact.data as Record<string, unknown>)[field];

/** What the user wrote for a field, as that field takes it; what is wrong with it is said of `where`. */
const read = (fact: Placed, field: string, value: unknown, where: string): unknown => {
  try {
    return readCorrected(fact.type, field, value);
  } catch (error) {
    if (!(error instanceof InvalidCommand)) throw error;
    const { zh, en } = REJECTIONS['correction-invalid'];
    const [first] = error.errors;
    throw new Rejected('correction-invalid', { zh: `${zh}${first?.zh ?? ''}`, en: `${en} ${first?.en ?? ''}` }, where);
  }
};

/** The contract is counted in one currency: a correction must not leave its amendments and mergers in another. */
const keepsCurrency = (history: readonly Placed[], target: Placed, to: unknown): void => {
  const currency = (to as { readonly currency?: string } | null)?.currency;
  if (currency === undefined || !['ContractSigned', 'ContractAmended', 'ProjectsMerged'].includes(target.type)) return;
  const others = history.filter(({ version }) => version !== target.version).flatMap(contractAmount);
  if (others.some((other) => other !== currency)) reject('currency-differs', 'to');
};
const contractAmount = ({ type, data }: Placed): readonly string[] => {
  const amount =
    type === 'ContractSigned' || type === 'ProjectsMerged' || type === 'ProjectSplitOff'
      ? data.contracted
      : type === 'ContractAmended'
        ? data.contractedTo
        : type === 'ProjectSplit'
          ? data.rest
          : undefined;
  return amount === undefined ? [] : [amount.currency];
};

/** The project must be one after the correction, too: it is folded before the correction is stored. */
const staysProject = (history: readonly Placed[], correction: ProjectEvent): readonly ProjectEvent[] => {
  const version = (history.at(-1)?.version ?? 0) + 1;
  const project = fold([...history, { ...correction, version }]);
  if (project.phase !== 'none') bears(project, 'to');
  return [correction];
};

/** Who is named by an id is kept with the name borne today, as the command keeps them. */
const inPeople = ({ type }: Placed, field: string, value: unknown, people: People): unknown => {
  if (type !== 'OwnerAssigned' || field === 'unit' || value === null) return value;
  const named = (written: unknown): Named => namedIn(people, String(written)) ?? reject('person-unknown', 'to');
  return Array.isArray(value) ? value.map(named) : field === 'occurredOn' ? value : named(value);
};

const isPossibleDay = (day: unknown, today: IsoDate): void => {
  if (day === null) reject('correction-invalid', 'to');
  if (typeof day === 'string' && day > today) reject('occurred-in-future', 'to');
};

const isCorrection = ({ type }: Placed): boolean => type === 'FactCorrected' || type === 'FactVoided';

/** Whether any other fact of the project still stands. */
const standsBeside = (history: readonly Placed[], target: Placed): boolean =>
  inBusinessOrder(history).some((event) => event.version !== target.version && !isCorrection(event));

export const CORRECTION: Decisions<keyof typeof CORRECTION_COMMANDS> = {
  CorrectFact: ({ target: version, field, from, to, reason, approver }, _project, on, circumstances, told) => {
    const { today, people, hands } = circumstances;
    if (!approver && hands === undefined) reject('approver-required', 'approver');
    const history = told.facts();
    const target = targetOf(history, version);
    if (isCorrection(target)) reject('fact-unknown', 'target');
    if (!correctableFields(target.type).includes(field)) reject('field-unknown', 'field');
    const now = valueOf(target, field);
    const wanted = inPeople(target, field, read(target, field, to, 'to'), people);
    if (same(now, wanted)) return [];
    if (!same(now, from) && !same(now, read(target, field, from, 'from'))) reject('field-differs', 'from');
    checkHands({ target, from: now, to: wanted, approver }, circumstances);
    if (field === 'occurredOn') isPossibleDay(wanted, today);
    keepsCurrency(inBusinessOrder(history), target, wanted);
    holds(corrected(target, field, wanted), 'to');
    return staysProject(history, {
      type: 'FactCorrected',
      occurredOn: on,
      data: { target: version, field, from: now ?? null, to: wanted, reason },
    });
  },
  VoidFact: ({ target: version, reason, approver }, _project, on, circumstances, told) => {
    const history = told.facts();
    const target = targetOf(history, version);
    checkHands({ target, from: largestOf(target), to: null, approver }, circumstances);
    if (tiesProjects(target)) reject('fact-ties-projects', 'target');
    // A project goes last: what was recorded of it by others keeps it.
    if (creates(target) && standsBeside(history, target)) reject('fact-creates-project', 'target');
    return staysProject(history, { type: 'FactVoided', occurredOn: on, data: { target: version, reason } });
  },
};
