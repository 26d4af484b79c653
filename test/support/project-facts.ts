import {
  money,
  PROJECT_COMMANDS,
  type IsoDate,
  type Money,
  type ProjectCommand,
  type ProjectCommandType,
  type ProjectEvent,
} from '../../libs/domain/src/index.ts';

export const day = (text: string): IsoDate => text as IsoDate;
export const yuan = (amount: string, currency = 'CNY'): Money => money(amount, currency);
export const c = (type: ProjectCommandType, fields: object = {}): ProjectCommand =>
  Object.assign(new PROJECT_COMMANDS[type](), fields);
export const e = (type: ProjectEvent['type'], on: string, data: object = {}): ProjectEvent =>
  ({ type, occurredOn: day(on), data }) as ProjectEvent;

export const lead = e('LeadRegistered', '2025-01-06', { code: 'A1', title: 'Bearings' });
export const recorded = e('ProjectRecorded', '2025-01-06', { code: 'A1', title: 'Bearings' });
export const opened = e('NegotiationOpened', '2025-02-03', { class: 'standard' });
export const signed = e('ContractSigned', '2025-04-01', {
  number: 'C-1',
  contracted: yuan('100000000.00'),
  agreedStart: '2025-09-01',
});
export const started = e('StartCertified', '2025-08-20');
export const arrival = e('ArrivalReported', '2025-09-10', {
  arrival: 'V1',
  amount: yuan('5000000.00'),
  kind: 'building',
});
export const certified = e('ArrivalCertified', '2025-09-10', { arrival: 'V1' });
export const sign = (fields: object = {}): ProjectCommand =>
  c('SignContract', { occurredOn: day('2025-04-01'), number: 'C-1', contracted: yuan('100000000.00'), ...fields });
