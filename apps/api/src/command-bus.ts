import { Inject } from '@nestjs/common';
import { Command, CommandHandler } from '@nestjs/cqrs';
import {
  attachToProject,
  giveBoard,
  giveDefinition,
  giveMatter,
  giveOrganisation,
  givePeriod,
  givePolicy,
  giveTarget,
  giveProject,
  giveBorders,
  giveLayout,
  giveView,
  type Answer,
  type DefinitionAnswer,
  type GivenPaper,
  type GivenToBoard,
  type GivenToDefinition,
  type GivenToMatter,
  type GivenToOrganisation,
  type GivenToPeriod,
  type GivenToPolicy,
  type GivenToProject,
  type GivenToTarget,
  type GivenToBorders,
  type GivenToLayout,
  type GivenToView,
  type MatterAnswer,
  type Office,
  type OrganisationAnswer,
  type PolicyAnswer,
  type ProjectAnswer,
  type ShownPaper,
} from '#office';
import { OFFICE } from './office-token.ts';

/** One envelope for each kind of aggregate: the command of the domain, who gives it, with which key, on which version seen. */
export class GiveProjectCommand extends Command<ProjectAnswer> {
  constructor(readonly given: GivenToProject) {
    super();
  }
}
export class GiveMatterCommand extends Command<MatterAnswer> {
  constructor(readonly given: GivenToMatter) {
    super();
  }
}
export class GiveOrganisationCommand extends Command<OrganisationAnswer> {
  constructor(readonly given: GivenToOrganisation) {
    super();
  }
}
export class GiveDefinitionCommand extends Command<DefinitionAnswer> {
  constructor(readonly given: GivenToDefinition) {
    super();
  }
}
export class GiveTargetCommand extends Command<Answer> {
  constructor(readonly given: GivenToTarget) {
    super();
  }
}
export class GiveBoardCommand extends Command<Answer> {
  constructor(readonly given: GivenToBoard) {
    super();
  }
}
export class GiveViewCommand extends Command<Answer> {
  constructor(readonly given: GivenToView) {
    super();
  }
}
export class GiveLayoutCommand extends Command<Answer> {
  constructor(readonly given: GivenToLayout) {
    super();
  }
}
export class GiveBordersCommand extends Command<Answer> {
  constructor(readonly given: GivenToBorders) {
    super();
  }
}
export class GivePeriodCommand extends Command<Answer> {
  constructor(readonly given: GivenToPeriod) {
    super();
  }
}
export class GivePolicyCommand extends Command<PolicyAnswer> {
  constructor(readonly given: GivenToPolicy) {
    super();
  }
}

export class AttachPaperCommand extends Command<ShownPaper> {
  constructor(readonly given: GivenPaper) {
    super();
  }
}

interface Envelope<Given, Done> extends Command<Done> {
  readonly given: Given;
}

/** The handler of an envelope: what is in it is given to the office. */
const handling = <Given, Done>(
  envelope: new (given: Given) => Envelope<Given, Done>,
  give: (office: Office, given: Given) => Promise<Done>,
) => {
  @CommandHandler(envelope)
  class Handling {
    constructor(@Inject(OFFICE) private readonly office: Office) {}
    execute({ given }: Envelope<Given, Done>): Promise<Done> {
      return give(this.office, given);
    }
  }
  return Handling;
};

export const COMMAND_HANDLERS = [
  handling(GiveProjectCommand, giveProject),
  handling(GiveMatterCommand, giveMatter),
  handling(GiveOrganisationCommand, giveOrganisation),
  handling(GiveDefinitionCommand, giveDefinition),
  handling(GiveTargetCommand, giveTarget),
  handling(GiveBoardCommand, giveBoard),
  handling(GiveViewCommand, giveView),
  handling(GiveBordersCommand, giveBorders),
  handling(GiveLayoutCommand, giveLayout),
  handling(GivePeriodCommand, givePeriod),
  handling(GivePolicyCommand, givePolicy),
  handling(AttachPaperCommand, attachToProject),
] as const;
