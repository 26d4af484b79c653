import { randomUUID } from 'node:crypto';
import type { CommandBus } from '@nestjs/cqrs';

const COMMAND = '__command__'; // where @nestjs/cqrs looks for the id of a command's class

/** Puts one handler behind many command classes. The decorator of @nestjs/cqrs knows one class a handler, and would register the last of them a second time. */
export const bindAll = (
  bus: CommandBus,
  instance: { readonly execute: (command: never) => Promise<unknown> },
  commandClasses: readonly (abstract new () => object)[],
): void => {
  const handler = { isDependencyTreeStatic: () => true, instance } as unknown as Parameters<CommandBus['bind']>[0];
  for (const commandClass of commandClasses) {
    const known = Reflect.getMetadata(COMMAND, commandClass) as { readonly id: string } | undefined;
    const id = known?.id ?? randomUUID();
    Reflect.defineMetadata(COMMAND, { id }, commandClass);
    bus.bind(handler, id);
  }
};
