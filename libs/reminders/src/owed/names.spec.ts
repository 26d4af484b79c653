import fc from 'fast-check';
import { v5 } from 'uuid';
import { namesIn } from './names.ts';

it('makes the same names as the package that everybody uses', () =>
  fc.assert(
    fc.property(fc.uuid(), fc.string(), (namespace, name) =>
      expect(namesIn(namespace)(name)).toBe(v5(name, namespace)),
    ),
  ));
