import { MATTERS, type AnyMatter } from '#domain';
import { kebab } from '../projects/project-commands.ts';

/** A command of a matter as routes and forms need it. */
export interface MatterRoute {
  readonly matter: AnyMatter;
  readonly type: string;
  readonly commandClass: new () => object;
  readonly opens: boolean;
  readonly path: string;
}

/** The route of a kind of matter: orders, issues, meetings … */
export const pathOf = ({ name }: AnyMatter): string => `${name}s`;

/** Every command of every matter that is given by hand. One that can only open a matter is given to the collection, the others to the matter. */
export const MATTER_ROUTES: readonly MatterRoute[] = Object.values(MATTERS).flatMap((matter) =>
  Object.entries(matter.commands)
    .filter(([type]) => matter.entailed?.includes(type) !== true)
    .map(([type, commandClass]): MatterRoute => ({
      matter,
      type,
      commandClass,
      opens: matter.when[type]!.every((state) => state === 'none'),
      path: kebab(type),
    })),
);
