import { defineConfig } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const tests = ['**/*.test.ts', '**/*.test.tsx', 'e2e/**', 'test-support/**'];
const configFiles = ['*.config.js', '*.config.ts', 'e2e/*.config.ts', '.dependency-cruiser.cjs'];

/** A test that is skipped, focused or only planned says nothing; the suite must not hold one. */
const unrunTests = [
  {
    selector:
      'MemberExpression[property.name=/^(skip|only|todo|skipIf|runIf|fixme|fails)$/]:matches([object.name=/^(test|it|describe|suite)$/], [object.property.name=/^(describe|concurrent|sequential)$/])',
    message: 'No skipped, focused or planned tests: mend the test or take it out.',
  },
  {
    selector: 'CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]',
    message: 'No skipped or focused tests: mend the test or take it out.',
  },
];

const defaultExports = [
  {
    selector: 'ExportDefaultDeclaration',
    message: 'Named exports only: a name that is the same everywhere can be searched for.',
  },
];

const synchronousCalls = [
  {
    selector:
      'CallExpression[callee.type="Identifier"][callee.name=/Sync$/], CallExpression[callee.property.name=/Sync$/]',
    message: 'The main process must never wait for a disk: use node:fs/promises or the library process.',
  },
];

const rawIpc = {
  name: 'electron',
  importNames: ['ipcMain', 'ipcRenderer', 'contextBridge'],
  message: 'Speak through core/ipc; only electron/main and electron/preload touch the raw channel.',
};

export default defineConfig(
  { ignores: ['node_modules/**', 'out/**', 'release/**', 'coverage/**', 'corpus/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx,js,mjs,cjs}'],
    plugins: { '@typescript-eslint': tseslint.plugin },
    languageOptions: { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } },
    rules: {
      curly: ['error', 'multi-line'],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-debugger': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-param-reassign': 'error',
      'no-restricted-syntax': ['error', ...defaultExports],
      'no-restricted-imports': ['error', { paths: [rawIpc] }],
      'no-self-compare': 'error',
      'no-unmodified-loop-condition': 'error',
      'no-unreachable-loop': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './renderer/tsconfig.worker.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    rules: { '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }] },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.flat.recommended.rules,
      // It names what the React compiler leaves out; that compiler is not used here.
      'react-hooks/incompatible-library': 'off',
    },
  },
  {
    files: ['electron/main/**', 'electron/preload/**'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['electron/main/**'],
    ignores: tests,
    rules: { 'no-restricted-syntax': ['error', ...defaultExports, ...synchronousCalls] },
  },
  {
    files: ['build/**', 'electron/cli/**', 'e2e/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: tests,
    rules: {
      'max-lines-per-function': 'off',
      'no-console': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-syntax': ['error', ...defaultExports, ...unrunTests],
    },
  },
  { files: configFiles, rules: { 'no-restricted-syntax': 'off' } },
);
