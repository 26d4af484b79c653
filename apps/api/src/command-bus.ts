import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
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

@CommandHandler(GiveProjectCommand)
class ProjectCommands implements ICommandHandler<GiveProjectCommand> {
  constructor(@Inject(OFFICE) private readonly office: Office) {}
  execute({ given }: GiveProjectCommand) {
    return giveProject(this.office, given);
  }
}

@CommandHandler(GiveMatterCommand)
class MatterCommands implements ICommandHandler<GiveMatterCommand> {
  constructor(@Inject(OFFICE) private readonly office: Office) {}
  execute({ given }: GiveMatterCommand) {
    return giveMatter(this.office, given);
  }
}

@CommandHandler(GiveOrganisationCommand)
class OrganisationCommands implements ICommandHandler<GiveOrganisationCommand> {
  constructor(@Inject(OFFICE) private readonly office: Office) {}
  execute({ given }: GiveOrganisationCommand) {
    return giveOrganisation(this.office, given);
  }
}

@CommandHandler(GiveDefinitionCommand)
class DefinitionCommands implements ICommandHandler<GiveDefinitionCommand> {
  constructor(@Inject(OFFICE) private readonly office: Office) {}
  execute({ given }: GiveDefinitionCommand) {
    return giveDefinition(this.office, given);
  }
}

@CommandHandler(GiveTargetCommand)
class TargetCommands implements ICommandHandler<GiveTargetCommand> {
  constructor(@Inject(OFFICE) private readonly office: Office) {}
  execute({ given }: GiveTargetCommand) {
    return giveTarget(this.office, given);
  }
}

@CommandHandler(GiveBoardCommand)
class BoardCommands implements ICommandHandler<GiveBoardCommand> {
  constructor(@Inject(OFFICE) private readonly office: Office) {}
  execute({ given }: GiveBoardCommand) {
    return giveBoard(this.office, given);
  }
}

@CommandHandler(GiveViewCommand)
class ViewCommands implements ICommandHandler<GiveViewCommand> {
  constructor(@Inject(OFFICE) private readonly office: Office) {}
  execute({ given }: GiveViewCommand) {
    return giveView(this.office, given);
  }
}

@CommandHandler(GivePeriodCommand)
class PeriodCommands implements ICommandHandler<GivePeriodCommand> {
  constructor(@Inject(OFFICE) private readonly office: Office) {}
  execute({ given }: GivePeriodCommand) {
    return givePeriod(this.office, given);
  }
}

@CommandHandler(GivePolicyCommand)
class PolicyCommands implements ICommandHandler<GivePolicyCommand> {
  constructor(@Inject(OFFICE) private readonly office: Office) {}
  execute({ given }: GivePolicyCommand) {
    return givePolicy(this.office, given);
  }
}

@CommandHandler(AttachPaperCommand)
class PaperCommands implements ICommandHandler<AttachPaperCommand> {
  constructor(@Inject(OFFICE) private readonly office: Office) {}
  execute({ given }: AttachPaperCommand) {
    return attachToProject(this.office, given);
  }
}

export const COMMAND_HANDLERS = [
  ProjectCommands,
  MatterCommands,
  OrganisationCommands,
  DefinitionCommands,
  PeriodCommands,
  BoardCommands,
  TargetCommands,
  PolicyCommands,
  PaperCommands,
  ViewCommands,
] as const;
