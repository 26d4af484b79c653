import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  giveMatter,
  giveOrganisation,
  givePeriod,
  givePolicy,
  giveProject,
  type Answer,
  type GivenToMatter,
  type GivenToOrganisation,
  type GivenToPeriod,
  type GivenToPolicy,
  type GivenToProject,
  type MatterAnswer,
  type Office,
  type OrganisationAnswer,
  type PolicyAnswer,
  type ProjectAnswer,
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

export const COMMAND_HANDLERS = [
  ProjectCommands,
  MatterCommands,
  OrganisationCommands,
  PeriodCommands,
  PolicyCommands,
] as const;
