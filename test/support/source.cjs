// Lets a plain Node process load the sources, for tests that need processes of their own.
const { transformSync } = require('@swc/core');
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const root = join(__dirname, '../..');
const resolve = Module._resolveFilename;
Module._resolveFilename = function resolveSource(request, ...rest) {
  return request.startsWith('#')
    ? join(root, 'libs', request.slice(1), 'src/index.ts')
    : resolve.call(this, request, ...rest);
};
Module._extensions['.ts'] = (module, file) => {
  const { code } = transformSync(readFileSync(file, 'utf8'), {
    filename: file,
    module: { type: 'commonjs' },
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      target: 'es2022',
      keepClassNames: true,
    },
  });
  module._compile(code, file);
};
