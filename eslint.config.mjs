import tseslint from 'typescript-eslint';

const clock = (selector) => ({ selector, message: 'The domain reads no clock: the day comes with the command.' });
const NO_CLOCK = [
  clock("MemberExpression[object.name='Date'][property.name='now']"),
  clock("NewExpression[callee.name='Date'][arguments.length=0]"),
  clock("MemberExpression[object.name='performance'][property.name='now']"),
];
const DICE = {
  selector:
    "MemberExpression[object.name='Math'][property.name='random'], CallExpression[callee.name='randomUUID'], MemberExpression[property.name='randomUUID']",
  message: 'The domain throws no dice: ids come with the command.',
};

const MONEY = [
  {
    selector: "CallExpression[callee.property.name=/^replace(All)?$/][arguments.0.value='.']",
    message: 'Text of an amount is read by fenOf and written by moneyOf (libs/domain/src/money.ts), nowhere else.',
  },
  {
    selector: "CallExpression[callee.name=/^(BigInt|parseFloat|parseInt)$/] MemberExpression[property.name='amount']",
    message: 'Text of an amount is read by fenOf (libs/domain/src/money.ts), never as a float.',
  },
];

/** Tables that read better as tables: one line an event, one line a day. */
const TABLES = [
  'libs/domain/src/project/fold.ts',
  'libs/domain/src/calendar/published-years.ts',
  'libs/domain/src/index.ts',
];

/** How many ways may lead through a function; a switch over all kinds is one: a table. */
const complexity = (files, max) => ({
  files,
  ignores: ['**/*.spec.ts', ...TABLES],
  rules: { complexity: ['error', { max, variant: 'modified' }] },
});

const STAR = {
  selector: 'ExportAllDeclaration[exported=null]',
  message: 'Name what a file gives away: what nobody uses is seen then.',
};

const TWICE = {
  selector: 'TSAsExpression[expression.type="TSAsExpression"]',
  message: 'A cast through another type says that the types are wrong: mend them, or narrow with a guard.',
};

const VERSION = {
  selector: "Property[key.name='schemaVersion'] > Literal",
  message: 'An event is written at the version that it has today: schemaVersionOf(type).',
};

const sql = (selector) => ({
  selector,
  message: 'SQL stands beside its tables: in the library below the office that holds them.',
});
const SQL_TEXT =
  '/\\b(select|delete)\\b[^]*\\bfrom\\b [a-z_]+|\\binsert into\\b|\\bupdate [a-z_]+ set\\b|\\b(create|drop|alter|truncate) table\\b/';
const NO_SQL = [
  sql("CallExpression[callee.type='MemberExpression'][callee.property.name='query']"),
  sql(`Literal[value=${SQL_TEXT}]`),
  sql(`TemplateElement[value.raw=${SQL_TEXT}]`),
];
const pool = (selector) => ({ selector, message: 'The office is asked by what it does: its database is its own.' });
const NO_POOL = [pool("MemberExpression[property.name='pool']"), pool("ObjectPattern > Property[key.name='pool']")];

const GET = "MethodDefinition:has(Decorator > CallExpression[callee.object.name='Route'][callee.property.name='get'])";
const THE_OFFICE = "[object.type='ThisExpression'][property.name='office']";
const asked = (selector) => ({
  selector: `${GET} ${selector}`,
  message: 'A question goes over the QueryBus (new Ask(…)): scope, catch-up and the memory of looks stand there.',
});
/** Who reads asks; who follows a stream is told. */
const NO_SHORT_CUT = [
  asked(`CallExpression[callee.name!=/^follow/] > MemberExpression${THE_OFFICE}.arguments`),
  asked(`CallExpression[callee.property.name!='follow'] > MemberExpression.callee MemberExpression${THE_OFFICE}`),
  asked(`VariableDeclarator > MemberExpression${THE_OFFICE}.init`),
];

const WAYS = {
  name: 'react-router',
  importNames: ['Link', 'NavLink', 'useNavigate'],
  message: 'A way to another page keeps the time that is looked at: take Link and useGo from parts/way.tsx.',
};

// What a page shows is said in both languages: words stand in the words of their room, marks in `marks` of `useWords`.
const CHINESE = '/[\\u3000-\\u303f\\u4e00-\\u9fff\\uff00-\\uffef]/';
const RAW_WORDS = 'Say it with `t` or `say`, and marks with `marks` of `useWords`: both languages have their own.';
const IN_JSX = ':matches(JSXExpressionContainer, JSXAttribute)';
const SAID = 'CallExpression[callee.name="w"] *, Property[key.name=/^(zh|en)$/] *'; // in both languages
const NO_RAW_WORDS = [
  { selector: `JSXText[value=${CHINESE}]`, message: RAW_WORDS },
  { selector: `${IN_JSX} Literal[value=${CHINESE}]:not(${SAID})`, message: RAW_WORDS },
  { selector: `${IN_JSX} TemplateElement[value.raw=${CHINESE}]:not(${SAID})`, message: RAW_WORDS },
];

/** What ships is linted with its types. Specs are not: what they read of answers is `any`, and a cold run must stay short. */
const SHIPPED = { files: ['apps/**/*.{ts,tsx}', 'libs/**/*.ts'], ignores: ['**/*.spec.{ts,tsx}'] };

export default tseslint.config(
  {
    ignores: ['dist/**', 'coverage/**', 'node_modules/**', 'data/**', 'apps/web/dist/**', 'apps/web/src/generated/**'],
  },
  ...tseslint.configs.recommended,
  {
    languageOptions: { parserOptions: { tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-statements-per-line': ['error', { max: 1 }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...MONEY, STAR, TWICE],
    },
  },
  {
    ...SHIPPED,
    extends: tseslint.configs.recommendedTypeCheckedOnly,
    languageOptions: { parserOptions: { projectService: true } },
    rules: { '@typescript-eslint/require-await': 'off' }, // an `async` that only throws or answers refuses by its promise, as callers expect
  },
  {
    files: ['libs/**'],
    ignores: ['**/*.spec.ts', 'libs/event-store/src/contract.ts'],
    rules: { 'no-restricted-syntax': ['error', ...MONEY, STAR, TWICE, VERSION] },
  },
  {
    files: ['libs/domain/src/**'],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-syntax': ['error', ...MONEY, STAR, TWICE, VERSION, ...NO_CLOCK, DICE] },
  },
  {
    files: ['libs/office/src/**', 'apps/web/src/**'],
    ignores: ['**/*.spec.ts', '**/*.spec.tsx'],
    rules: { 'no-restricted-syntax': ['error', ...MONEY, STAR, TWICE, VERSION, ...NO_SQL] },
  },
  {
    files: ['apps/web/src/**/*.tsx'],
    ignores: ['apps/web/src/app/{language-button,sign-in-page}.tsx'], // where the other language is offered
    rules: { 'no-restricted-syntax': ['error', ...MONEY, STAR, TWICE, VERSION, ...NO_SQL, ...NO_RAW_WORDS] },
  },
  {
    files: ['apps/{api,cli,worker}/src/**'],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-syntax': ['error', ...MONEY, STAR, TWICE, ...NO_SQL, ...NO_POOL] },
  },
  {
    files: ['apps/api/src/routes/*.controller.ts'],
    ignores: ['apps/api/src/routes/{health,session}.controller.ts'], // the machine itself, and who asks
    rules: { 'no-restricted-syntax': ['error', ...MONEY, STAR, TWICE, ...NO_SQL, ...NO_POOL, ...NO_SHORT_CUT] },
  },
  complexity(['apps/**', 'libs/**'], 12),
  {
    files: ['apps/web/src/**'],
    ignores: ['apps/web/src/parts/way.tsx'],
    rules: { 'no-restricted-imports': ['error', { paths: [WAYS] }] },
  },
  { files: TABLES, rules: { 'max-lines': 'off' } },
  {
    files: ['**/*.spec.ts'], // scenarios of one thing stay together
    rules: { 'max-lines': ['error', { max: 350, skipBlankLines: true, skipComments: true }] },
  },
  { files: ['apps/cli/**', 'test/**', '**/*.spec.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['*.js', '**/*.cjs'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
    languageOptions: { globals: { module: 'writable', require: 'readonly' } },
  },
);
