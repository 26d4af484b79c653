import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { handOverTraces } from '#telemetry';
import { commandsOf } from './command-line.ts';
import { offerBackups } from './commands/backups.ts';
import { offerBoards } from './commands/boards.ts';
import { offerLayouts } from './commands/layouts.ts';
import { offerCatalogue } from './commands/catalogue.ts';
import { offerComparison } from './commands/compare.ts';
import { offerErasure } from './commands/erase.ts';
import { offerExports } from './commands/export.ts';
import { offerFigures } from './commands/figures.ts';
import { offerLists } from './commands/list.ts';
import { offerOrganisation } from './commands/organisation.ts';
import { offerImports } from './commands/past-imports.ts';
import { offerMove } from './commands/move.ts';
import { offerDefinitions } from './commands/offer-definitions.ts';
import { offerPeriods } from './commands/offer-periods.ts';
import { offerTargets } from './commands/offer-targets.ts';
import { offerProjects } from './commands/project.ts';
import { offerReports } from './commands/report.ts';
import { offerRules } from './commands/rules.ts';
import { offerPrograms } from './commands/start.ts';
import { offerSupervision } from './commands/supervision.ts';
import { offerTemplates } from './commands/templates.ts';
import { offerUpkeep } from './commands/upkeep.ts';
import { failed } from './failed.ts';
import { answer } from './output.ts';

const { version } = JSON.parse(readFileSync(join(__dirname, '../../../../package.json'), 'utf8')) as {
  version: string;
};

const program = new Command('luodi')
  .description('Luodi 落地: project lifecycle engine for investment promotion')
  .version(version, '-V')
  .exitOverride()
  .configureOutput({ writeErr: (text) => process.stderr.write(text) });

const commands = commandsOf(program);
for (const offer of [
  offerOrganisation,
  offerImports,
  offerLists,
  offerComparison,
  offerProjects,
  offerRules,
  offerFigures,
  offerTargets,
  offerPeriods,
  offerDefinitions,
  offerBoards,
  offerLayouts,
  offerExports,
  offerReports,
  offerTemplates,
  offerSupervision,
  offerUpkeep,
  offerBackups,
  offerMove,
  offerErasure,
  offerCatalogue,
  offerPrograms,
])
  offer(commands);

commands.command('version', 'versions').action((_asked: unknown, self: Command) => {
  if (commands.optionsOf(self).json) answer({ version, schema: 1, node: process.version });
  else process.stdout.write(`luodi ${version}, node ${process.version}\n`);
});

program
  .parseAsync()
  .catch((error: unknown) => {
    process.exitCode = failed(error);
  })
  .finally(handOverTraces);
