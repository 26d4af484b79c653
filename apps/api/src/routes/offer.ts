import { Body, Headers, Param, Res } from '@nestjs/common';
import type { CommandBus } from '@nestjs/cqrs';
import type { Response } from 'express';
import type { Caller } from '#identity';
import type { Given } from '#office';
import { Asker } from '../access/route.ts';
import { givenBy, type CommandHeaders } from '../http/headers.ts';

/** An answer that names the version its stream now has also says it in the ETag. */
export const tagged = <Answer extends { readonly version: number }>(response: Response, answer: Answer): Answer => {
  response.setHeader('ETag', `"${answer.version}"`);
  return answer;
};

/** What every command route takes beside its body. */
export const COMMAND_HEADERS = {
  'Idempotency-Key': 'Given twice, a command acts once and answers the same · 幂等键',
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
    async function (this: Commanding, caller: Caller, body: unknown, headers: CommandHeaders, response: Response) {
      return tagged(response, await give(this.bus, givenBy(caller, body, headers)));
    },
    [Asker(), Body(), Headers(), Res({ passthrough: true })],
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
    async function (
      this: Commanding,
      caller: Caller,
      id: string,
      body: unknown,
      headers: CommandHeaders,
      response: Response,
    ) {
      return tagged(response, await give(this.bus, givenBy(caller, body, headers), id));
    },
    [Asker(), Param('id'), Body(), Headers(), Res({ passthrough: true })],
    route,
  );
};
