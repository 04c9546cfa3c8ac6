import vitest from '@vitest/eslint-plugin';
import prettier from 'eslint-config-prettier';
import boundaries from 'eslint-plugin-boundaries';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import path from 'node:path';
import tseslint from 'typescript-eslint';

/** The rooms of the house. Order matters: the first pattern that fits names the room. */
const rooms = [
  { type: 'contracts', pattern: 'packages/contracts/**', partialMatch: false },
  { type: 'commerce', pattern: 'packages/commerce/**', partialMatch: false },
  { type: 'federation', pattern: 'packages/federation/**', partialMatch: false },
  { type: 'remote-kit', pattern: 'packages/remote-kit/**', partialMatch: false },
  { type: 'ui', pattern: 'packages/ui/**', partialMatch: false },
  { type: 'cli', pattern: 'packages/cli/{src,bin}/**', partialMatch: false },
  { type: 'remote', pattern: 'packages/cli/template/**', partialMatch: false, capture: ['remote'] },
  { type: 'shell', pattern: 'shell/**', partialMatch: false },
  { type: 'remote', pattern: 'mfe-*/**', partialMatch: false, capture: ['remote'] },
  { type: 'platform', pattern: 'backend/platform/**', partialMatch: false },
  { type: 'table', pattern: 'backend/table/**', partialMatch: false },
  { type: 'local', pattern: 'backend/local/**', partialMatch: false },
  { type: 'edge', pattern: 'backend/edge/**', partialMatch: false },
  { type: 'worker', pattern: 'backend/workers/**', partialMatch: false },
  // The list of all functions' environment names.
  { type: 'environment', pattern: 'backend/environment/**', partialMatch: false },
  // What composition reads, and the admin slice and workers write: releases, sets, channels, and their signatures.
  { type: 'registry', pattern: 'backend/composition/{publish,registry,rollout}/**', partialMatch: false },
  { type: 'slice', pattern: 'backend/*/**', partialMatch: false, capture: ['slice'] },
  { type: 'infra', pattern: 'infra/**', partialMatch: false },
  // The shop as one application, to compare with: the only room that may join shell and remotes.
  { type: 'monolith', pattern: 'tests/bench/monolith/**', partialMatch: false },
  { type: 'tests', pattern: 'tests/**', partialMatch: false },
  { type: 'scripts', pattern: 'scripts/**', partialMatch: false },
];

const element = (type, captured) => ({ element: { type, ...(captured && { captured }) } });
const allow = (from, to) => ({ from: element(from), allow: { to: element(to) } });
/** Itself only: `mfe-catalog` may import `mfe-catalog`, never `mfe-checkout`. */
const allowOwn = (type, key) => ({
  from: element(type),
  allow: { to: element(type, { [key]: `{{from.element.captured.${key}}}` }) },
});

/** Money is bigint minor units wherever it is reckoned with. */
const moneyIsInteger = [
  {
    selector: "CallExpression[callee.name='parseFloat']",
    message: 'Money is bigint minor units: no float may touch it.',
  },
  {
    selector: "CallExpression[callee.property.name='toFixed']",
    message: 'Money is formatted through Intl from minor units: no float may touch it.',
  },
  {
    selector:
      'CallExpression[callee.name=/^(Number|parseInt)$/] > :matches(Identifier[name=/[mM]inor$/], MemberExpression[property.name=/[mM]inor$/]).arguments',
    message: 'Money is bigint minor units: no number may hold it.',
  },
  {
    selector:
      "UnaryExpression[operator='+'] > :matches(Identifier[name=/[mM]inor$/], MemberExpression[property.name=/[mM]inor$/])",
    message: 'Money is bigint minor units: no number may hold it.',
  },
];

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/dist-*/**',
      '**/generated/**',
      '**/cdk.out/**',
      '.tessera/**',
      '.cache/**',
      'test-results/**',
      'playwright-report/**',
    ],
  },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,js,mjs,cjs}'],
    languageOptions: { globals: { ...globals.node } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
    },
  },
  {
    files: ['{shell,mfe-*,packages/{ui,remote-kit,federation}}/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    languageOptions: { globals: { ...globals.browser } },
    rules: reactHooks.configs.recommended.rules,
  },
  { files: ['**/*.tsx'], ...jsxA11y.flatConfigs.strict },
  {
    files: ['packages/commerce/**/*.ts', 'backend/{checkout,admin,library}/**/*.ts', 'backend/workers/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...moneyIsInteger],
    },
  },
  {
    // Rates are rationals and amounts are integers: nothing in the rules of money has a fraction.
    files: ['packages/commerce/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...moneyIsInteger,
        {
          selector: String.raw`Literal[raw=/^[\d_]*\.\d/]`,
          message: 'A rate is a rational, an amount an integer: no float may touch money.',
        },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name=/^(round|ceil|fround)$/]",
          message: 'Money is rounded by divideHalfUp, once and said so.',
        },
      ],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': rooms,
      // What infra and the local cloud may read of any room: a function's environment names.
      'boundaries/files': [{ category: 'env', pattern: 'backend/**/env.ts' }],
      'import/resolver': { [path.resolve(import.meta.dirname, 'scripts/lib/eslint-resolver.cjs')]: {} },
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          message:
            '{{from.element.type}} must not import {{to.element.type}}: slices and remotes never import each other; see the table of rooms in docs/architecture.md.',
          policies: [
            allow('*', ['contracts']),
            { from: element('infra'), allow: { to: { file: { categories: 'env' } } } },
            { from: element('environment'), allow: { to: { file: { categories: 'env' } } } },
            allow('commerce', ['commerce']),
            allow('federation', ['federation']),
            allow('remote-kit', ['remote-kit']),
            allow('ui', ['ui']),
            allow('cli', ['cli', 'federation']),
            allow('shell', ['shell', 'federation', 'remote-kit', 'ui']),
            allowOwn('remote', 'remote'),
            allow('remote', ['federation', 'remote-kit', 'ui', 'commerce']),
            allow('platform', ['platform', 'table']),
            allow('table', ['table', 'platform']),
            allowOwn('slice', 'slice'),
            allow('registry', ['registry', 'platform', 'table']),
            // Ids and signatures of releases stand beside it.
            { from: element('registry'), allow: { to: element('slice', { slice: 'composition' }) } },
            allow('slice', ['platform', 'table', 'commerce', 'ui', 'registry']),
            allow('worker', ['worker', 'platform', 'table', 'commerce', 'slice', 'edge', 'registry']),
            allow('edge', ['edge', 'platform']),
            allow('local', [
              'local',
              'environment',
              'platform',
              'table',
              'slice',
              'registry',
              'edge',
              'worker',
              'commerce',
              'ui',
            ]),
            allow('infra', ['infra', 'environment', 'table']),
            allow('scripts', [
              'scripts',
              'platform',
              'local',
              'slice',
              'registry',
              'table',
              'federation',
              'cli',
              'remote',
              'shell',
            ]),
            allow('monolith', [
              'monolith',
              'shell',
              'remote',
              'remote-kit',
              'ui',
              'federation',
              'local',
              'scripts',
              'tests',
            ]),
            allow('tests', [
              'tests',
              'monolith',
              'platform',
              'local',
              'slice',
              'registry',
              'table',
              'worker',
              'scripts',
              'commerce',
              'federation',
              'remote-kit',
              'cli',
            ]),
          ],
        },
      ],
    },
  },
  {
    // `testing/` holds what a folder's tests share.
    files: ['**/*.test.{ts,tsx}', '**/testing/**/*.{ts,tsx}'],
    plugins: { vitest },
    rules: {
      'boundaries/dependencies': 'off',
      'vitest/no-focused-tests': 'error',
      'vitest/no-identical-title': 'error',
    },
  },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  prettier,
);
