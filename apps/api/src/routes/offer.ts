import { Param, Res } from '@nestjs/common';
import type { CommandBus } from '@nestjs/cqrs';
import type { Response } from 'express';
import type { Given } from '#office';
import { Giving } from '../access/route.ts';

/** An answer that names the version its stream now has also says it in the ETag. */
export const tagged = <Answer extends { readonly version: number }>(response: Response, answer: Answer): Answer => {
  response.setHeader('ETag', `"${answer.version}"`);
  return answer;
};

/** What a command route takes beside its body where nobody need have seen anything. */
export const KEY_HEADER = { 'Idempotency-Key': 'Given twice, a command acts once and answers the same · 幂等键' };

/** What every command route takes beside its body. */
export const COMMAND_HEADERS = {
  ...KEY_HEADER,
  'If-Match': 'The version you have seen; 412 where it has moved on · 版本号',
};

type Versioned = Promise<{ readonly version: number }>;

interface Commanding {
  readonly bus: CommandBus;
}

/** A method of a controller that tables make: `parameters` in its order, `route` its address and description. */
export const offer = (
  controller: { readonly prototype: object },
  name: string,
  method: (...given: never[]) => Promise<object>,
  parameters: readonly ParameterDecorator[],
  route: MethodDecorator,
): void => {
  const { prototype } = controller;
  Object.defineProperty(prototype, name, { value: method, writable: true, configurable: true });
  Reflect.defineMetadata(
    'design:paramtypes',
    parameters.map(() => Object),
    prototype,
    name,
  );
  parameters.forEach((decorate, index) => {
    decorate(prototype, name, index);
  });
  route(prototype, name, Object.getOwnPropertyDescriptor(prototype, name)!);
};

/** A route that gives a command which makes something new. */
export const offerCreating = (
  controller: { readonly prototype: object },
  name: string,
  route: MethodDecorator,
  give: (bus: CommandBus, given: Given) => Versioned,
): void => {
  offer(
    controller,
    name,
    async function (this: Commanding, given: Given, response: Response) {
      return tagged(response, await give(this.bus, given));
    },
    [Giving(), Res({ passthrough: true })],
    route,
  );
};

/** A route that gives a command to what its address names. */
export const offerChanging = (
  controller: { readonly prototype: object },
  name: string,
  route: MethodDecorator,
  give: (bus: CommandBus, given: Given, id: string) => Versioned,
): void => {
  offer(
    controller,
    name,
    async function (this: Commanding, given: Given, id: string, response: Response) {
      return tagged(response, await give(this.bus, given, id));
    },
    [Giving(), Param('id'), Res({ passthrough: true })],
    route,
  );
};
