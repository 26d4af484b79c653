// A sample of the statements that stand outermost in a file, with all that is in them: the same seed draws the same ones again.
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const ts = require('typescript');

const isDrawn = (what, oneIn) => createHash('sha256').update(what).digest().readUInt32BE() % oneIn === 0;

/** `file:line:column-line:column` of one statement in `oneIn`, as the mutation tool takes them. */
exports.sampled = (file, oneIn, seed) => {
  const parsed = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const placeOf = (offset) => {
    const { line, character } = parsed.getLineAndCharacterOfPosition(offset);
    return `${line + 1}:${character}`;
  };
  return parsed.statements
    .filter((_statement, index) => isDrawn(`${seed} ${file} ${index}`, oneIn))
    .map((statement) => `${file}:${placeOf(statement.getStart(parsed))}-${placeOf(statement.getEnd())}`);
};
