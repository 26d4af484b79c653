import type { Schemas } from '../ask/api.ts';
import { useSession } from '../app/known-to-all.ts';
import type { Begun } from '../parts/form/begun.ts';
import { innerOf, type Field, type Pickers } from '../parts/form/field-values.ts';
import { OnePicker, PeoplePicker, PersonPicker, RegionPicker, UnitPicker, Written } from '../parts/form/pickers.tsx';
import { ProjectPicker } from '../parts/form/record-pickers.tsx';
import { AlikeProjects } from './alike-projects.tsx';
import { PapersEntry } from '../papers/papers-entry.tsx';
import { exactly } from '../parts/money.ts';
import { CHOICES } from '../words/choice-words.ts';
import { EVENTS, useWords } from '../words/words.ts';
import type { Entry } from './history-entry.ts';
import { ContractThatComes, SharesOfContract } from './identity-hints.tsx';
import type { Arrival, ProjectState } from './project-state.ts';

export type ProjectCommand = Schemas['CommandCatalogue']['commands'][number];
type Prepared = Partial<Omit<Begun, 'command' | 'url' | 'version'>>;

// The landing steps as the checklist names them; a bureau may write others.
const MILESTONES = ['取得用地', '立项备案', '规划许可', '环评', '施工许可'].map((name) => ({
  value: name,
  label: name,
}));

/** What is chosen and not typed in the forms of a project. */
export const PROJECT_PICKERS: Pickers = {
  unit: <UnitPicker />,
  toUnit: <UnitPicker />,
  owner: <UnitPicker />,
  leader: <PersonPicker />,
  steward: <PersonPicker />,
  liaisons: <PeoplePicker />,
  verifier: <PersonPicker named />,
  approver: <PersonPicker />,
  by: <PersonPicker named />,
  hostRegion: <RegionPicker />,
  absorbed: <ProjectPicker />,
  other: <ProjectPicker />,
  milestone: <Written options={MILESTONES} />,
};

const withoutIds = (field: Field): Field => ({ ...field, of: innerOf(field).filter(({ name }) => name !== 'id') });

/** Who else is named where a record is changed: asked for where the record is no longer one person's to change alone. */
export const beside = (changing: Entry['changing']): Pick<Begun, 'needed' | 'unfolded'> =>
  changing === 'with-another' ? { needed: ['approver'] } : { unfolded: ['approver'] };

const takingBack = ({ type, occurredOn, changing }: Entry): Prepared => {
  const event = EVENTS[type];
  return {
    ...beside(changing),
    about: { zh: `作废：${occurredOn} ${event?.zh ?? type}`, en: `To be voided: ${occurredOn} ${event?.en ?? type}` },
  };
};

/** What a contract says before it is changed. */
const contractNow = ({ contracted, agreedStart }: NonNullable<ProjectState['contract']>): Prepared => ({
  about: {
    zh: `现合同额 ${exactly(contracted)}${agreedStart ? `，约定开工 ${agreedStart.date}` : ''}`,
    en: `Contracted now: ${exactly(contracted)}${agreedStart ? `, start agreed for ${agreedStart.date}` : ''}`,
  },
});

/** What each command is begun with: the choices that this project gives, what the page fills in, what an amount was before. */
export const usePrepared = (): ((
  command: ProjectCommand,
  state: ProjectState,
  project: string,
  of: { readonly target: Entry | undefined; readonly arrival: unknown }, // the record that a command takes back, the arrival that it certifies or reverses
) => Prepared & Pick<Begun, 'command'>) => {
  const { say } = useWords();
  const named = ({ id, on, amount, kind, voucher }: Arrival) => ({
    value: id,
    label: [on, exactly(amount), say(CHOICES[kind], kind), voucher].filter(Boolean).join(' · '),
  });
  return (command, state, project, { target, arrival }) => {
    const chosen = state.arrivals.find(({ id }) => id === arrival);
    const about = chosen === undefined ? {} : { about: { zh: named(chosen).label, en: named(chosen).label } };
    const pickers = { ...PROJECT_PICKERS, evidence: <PapersEntry project={project} /> };
    const plain = { command, pickers };
    const choose = (arrivals: readonly Arrival[]): Pickers => ({
      ...pickers,
      arrival: <OnePicker options={arrivals.map(named)} />,
    });
    switch (command.type) {
      case 'ReportArrival':
        return {
          ...plain,
          hidden: ['arrival'],
          complete: (body, key) => ({ ...body, arrival: `A-${key.slice(0, 12)}` }),
        };
      case 'SignContract':
        return state.negotiation === null
          ? plain
          : { ...plain, follows: { day: state.negotiation.on, what: EVENTS['NegotiationOpened']! } };
      case 'CertifyStart': // the day of the start, not the day of who certifies it
        return state.startReported === null ? plain : { ...plain, initial: { occurredOn: state.startReported.on } };
      case 'CertifyArrival':
        return {
          command,
          ...about,
          pickers: choose(state.arrivals.filter(({ certified, reversed }) => !certified && !reversed)),
        };
      case 'ReverseArrival':
        return { command, ...about, pickers: choose(state.arrivals.filter(({ reversed }) => !reversed)) };
      case 'AmendContract':
        return {
          ...plain,
          unfolded: ['approver'],
          ...(state.contract
            ? { ...contractNow(state.contract), before: { contractedTo: state.contract.contracted } }
            : {}),
        };
      case 'FlagDuplicate': // a person's eye, not a measure: the weakest level
        return { ...plain, fixed: { level: 4, score: '0', ruleVersion: 1 } };
      case 'VoidFact':
        return { ...plain, hidden: ['occurredOn'], ...(target === undefined ? {} : takingBack(target)) };
      case 'ReactivateProject':
      case 'ExtendNegotiation':
        return { ...plain, needed: ['approver'] };
      case 'MergeProjects':
        return {
          ...plain,
          pickers: { ...pickers, absorbed: <ProjectPicker without={project} /> },
          hint: <ContractThatComes />,
        };
      case 'SplitProject':
        return {
          ...plain,
          ...(state.contract ? { hint: <SharesOfContract contracted={state.contract.contracted} /> } : {}),
          command: {
            ...command,
            fields: command.fields.map((field) => (field.name === 'children' ? withoutIds(field) : field)),
          },
          complete: (body, key) => ({
            ...body,
            children: (body['children'] as object[]).map((child, index) => ({
              id: `${key.slice(0, 20)}-${index + 1}`,
              ...child,
            })),
          }),
        };
      default:
        return plain;
    }
  };
};

/** How a project is begun: with the own unit, and with a code only where somebody insists on one. */
export const useRegistering = (): ((command: ProjectCommand, codeLabel: Field['label']) => Begun) => {
  const unit = useSession().data?.unit ?? null;
  return (command, codeLabel) => ({
    command: {
      ...command,
      fields: command.fields
        .map((field) => (field.name === 'code' ? { ...field, required: false, label: codeLabel } : field))
        .sort((a, b) => Number(b.name === 'title') - Number(a.name === 'title')),
    },
    url: command.type === 'RegisterLead' ? '/api/projects' : `/api/projects/commands/${command.path}`,
    version: null,
    initial: unit === null ? {} : { unit },
    pickers: PROJECT_PICKERS,
    hint: <AlikeProjects />,
  });
};
