import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'data/**', 'apps/web/dist/**', 'apps/web/src/generated/**'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'max-lines': ['warn', { max: 300, skipBlankLines: true, skipComments: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.property.name=/^replace(All)?$/][arguments.0.value='.']",
          message:
            'Text of an amount is read by fenOf and written by moneyOf (libs/domain/src/money.ts), nowhere else.',
        },
        {
          selector:
            "CallExpression[callee.name=/^(BigInt|parseFloat|parseInt)$/] MemberExpression[property.name='amount']",
          message: 'Text of an amount is read by fenOf (libs/domain/src/money.ts), never as a float.',
        },
      ],
    },
  },
  { files: ['apps/cli/**', 'test/**', '**/*.spec.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['*.js', '**/*.cjs'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
    languageOptions: { globals: { module: 'writable', require: 'readonly' } },
  },
);
