import { Controller, Inject, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Response } from 'express';
import {
  fieldsOf,
  ImportUnits,
  ORGANISATION_COMMANDS,
  readCommand,
  type OrganisationCommand,
  type OrganisationCommandType,
  type Sentence,
} from '#domain';
import type { Caller } from '#identity';
import { importOrganisation, kebab, showOrganisation, type Given, type Office } from '#office';
import { Asker, Giving, Route } from '../access/route.ts';
import { GiveOrganisationCommand } from '../command-bus.ts';
import { OFFICE } from '../office-token.ts';
import { ref } from '../openapi/schema.ts';
import { Ask } from '../query-bus.ts';
import { COMMAND_HEADERS, KEY_HEADER, offerCreating, tagged } from './offer.ts';

const SENTENCES: Record<Exclude<OrganisationCommandType, 'ImportUnits'>, Sentence> = {
  AddUnit: { zh: '新增单位', en: 'Add a unit' },
  RenameUnit: { zh: '单位更名', en: 'Rename a unit' },
  MoveUnit: { zh: '调整隶属', en: 'Move a unit' },
  ReclassifyUnit: { zh: '变更单位类别', en: 'Change the kind of a unit' },
  CloseUnit: { zh: '撤销单位', en: 'Close a unit' },
  ReopenUnit: { zh: '恢复误撤的单位', en: 'Take back the closing of a unit' },
  AppointPerson: { zh: '任命', en: 'Appoint a person' },
  ReleasePerson: { zh: '免去', en: 'Release a person' },
  RecordLeave: { zh: '登记离岗', en: 'Record a leave' },
};

const OFFERED = Object.keys(SENTENCES) as (keyof typeof SENTENCES)[];

@Controller('api/organisation')
export class OrganisationController {
  constructor(
    @Inject(OFFICE) private readonly office: Office,
    readonly bus: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Route.get('', {
    id: 'organisation',
    does: { zh: '组织树与人员', en: 'The organisation tree and its people' },
    needs: 'signed-in',
    answers: ref('Organisation'),
  })
  async tree(@Asker() caller: Caller, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.queries.execute(new Ask(caller, showOrganisation, {})));
  }

  @Route.get('commands', {
    id: 'organisationCommands',
    does: { zh: '组织命令与其表单字段', en: 'The commands of the organisation with the fields of their forms' },
    needs: 'signed-in',
    answers: ref('CommandCatalogue'),
  })
  commands() {
    return {
      commands: OFFERED.map((type) => ({
        type,
        path: kebab(type),
        title: SENTENCES[type],
        needs: 'keep-organisation',
        creates: false,
        fields: fieldsOf(ORGANISATION_COMMANDS[type]),
      })),
    };
  }

  @Route.post('import', {
    id: 'importUnits',
    does: { zh: '导入组织（重复导入不变）', en: 'Import units; the same again changes nothing' },
    needs: 'keep-organisation',
    body: ImportUnits,
    headers: KEY_HEADER,
    answers: ref('UnitImport'),
    refuses: [409],
  })
  import(@Giving() given: Given) {
    const { rows, occurredOn } = readCommand(ImportUnits, given.body);
    return importOrganisation(this.office, { ...given, ifVersion: null }, rows, occurredOn);
  }
}

for (const type of OFFERED) {
  const commandClass = ORGANISATION_COMMANDS[type] as new () => OrganisationCommand;
  offerCreating(
    OrganisationController,
    type,
    Route.post(`commands/${kebab(type)}`, {
      id: type,
      does: SENTENCES[type],
      needs: 'keep-organisation',
      body: commandClass,
      headers: COMMAND_HEADERS,
      answers: ref('OrganisationAnswer'),
      refuses: [409, 412],
    }),
    (bus, given) => bus.execute(new GiveOrganisationCommand({ ...given, body: readCommand(commandClass, given.body) })),
  );
}
