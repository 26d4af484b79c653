import { e } from '../../../../test/support/project-facts.ts';
import { fieldsOf } from '../fields/field.ts';
import { DICTIONARY } from '../words/dictionary.ts';
import { aboutCommand, commandForm, PROJECT_COMMAND_TYPES, PROJECT_COMMANDS } from './commands.ts';
import { CORRECTABLE_FACTS, correctableFields, correctionForm } from './correctable.ts';
import { placed } from './placed.ts';
import { projectIdOf, projectStream } from './stream.ts';

it('a form has the fields of its command, its day called as a bureau calls it', () => {
  for (const type of PROJECT_COMMAND_TYPES) {
    const [form, fields] = [commandForm(type), fieldsOf(PROJECT_COMMANDS[type])];
    const { day } = aboutCommand(type);
    expect(form).toEqual(
      fields.map((field) => (field.name === 'occurredOn' ? { ...field, label: expect.anything() } : field)),
    );
    const asked = form.find(({ name }) => name === 'occurredOn');
    expect([type, asked?.label]).toEqual([type, asked && (day ?? { zh: '发生日期', en: 'Occurred on' })]);
  }
  expect(commandForm('CompleteMilestone').find(({ name }) => name === 'occurredOn')!.label.zh).toBe('完成日期');
});

it('a form of corrections has each field that can be corrected once, by the rules of the command that recorded it', () => {
  for (const type of CORRECTABLE_FACTS)
    expect([type, correctionForm(type).map(({ name }) => name)]).toEqual([type, correctableFields(type)]);
  const title = fieldsOf(PROJECT_COMMANDS.RegisterLead).find(({ name }) => name === 'title');
  expect(correctionForm('LeadRegistered')).toContainEqual(title);
});

it('the day of a record is called in its correction and its history as the form calls it that recorded it', () => {
  const called = (fact: 'StartReported' | 'ContractSigned' | 'OpinionGiven') =>
    correctionForm(fact).find(({ name }) => name === 'occurredOn')!.label.zh;
  expect([called('StartReported'), called('ContractSigned'), called('OpinionGiven')]).toEqual([
    '开工日期',
    '签约日期',
    '发生日期',
  ]);
  const { fieldsOf: named } = DICTIONARY;
  expect([named['StartReported'], named['ContractSigned'], named['OpinionGiven']]).toEqual([
    { occurredOn: { zh: '开工日期', en: 'Started on' } },
    expect.objectContaining({
      occurredOn: { zh: '签约日期', en: 'Signed on' },
      number: { zh: '合同编号', en: 'Number' },
    }),
    undefined,
  ]);
});

it('the facts of a command follow those that stand, one version each', () => {
  const facts = [e('StartReported', '2025-08-01'), e('StartCertified', '2025-08-02')];
  const versions = (...of: Parameters<typeof placed>) => placed(...of).map(({ version }) => version);
  expect(versions(facts, 0)).toEqual([1, 2]);
  expect(versions(facts, 6)).toEqual([7, 8]);
});

it('a project and its stream name each other', () => {
  expect(projectStream('7f')).toBe('project-7f');
  expect(projectIdOf('project-7f')).toBe('7f');
});
