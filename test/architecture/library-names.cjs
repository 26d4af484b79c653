// Where "#name" leads in the sources; at run time package.json's "imports" leads it into dist.
const { readdirSync } = require('node:fs');
const { join } = require('node:path');

const libraries = join(__dirname, '../../libs');
module.exports = {
  resolve: {
    extensions: ['.ts', '.tsx', '.js', '.json'],
    alias: Object.fromEntries(
      readdirSync(libraries).map((name) => [`#${name}$`, join(libraries, name, 'src/index.ts')]),
    ),
  },
};
