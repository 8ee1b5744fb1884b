import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import prettier from 'eslint-config-prettier';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';

export default defineConfig(
  globalIgnores([
    'dist/',
    'site/',
    'coverage/',
    'test-results/',
    'demo/frameworks/',
    'test/bundlers/app/',
    'test/frameworks/unit/',
    'test/frameworks/wrong/',
    'test/types/cases/',
  ]),
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/best-practice']],
    plugins: { 'lit-a11y': litA11y },
    // LitElement always has the lifecycle callbacks.
    rules: { ...litA11y.configs.recommended.rules, 'wc/guard-super-call': 'off' },
    settings: { wc: { elementBaseClasses: ['LitElement'] } },
  },
  {
    // JSX is a namespace: its tags cannot be added to otherwise.
    files: ['src/types/*.ts'],
    rules: { '@typescript-eslint/no-namespace': ['error', { allowDeclarations: true }] },
  },
  {
    files: ['test/**/*.ts'],
    languageOptions: { globals: { ...globals.mocha, ...globals.node } },
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off', // chai: expect(x).to.be.true
      '@typescript-eslint/no-floating-promises': 'off', // chai-a11y-axe types every assertion as PromiseLike
      '@typescript-eslint/no-unsafe-assignment': 'off', // oneEvent() gives any
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: globals.node } },
  {
    // Some of it runs in the pages it measures.
    files: ['test/bench/*.js'],
    languageOptions: { globals: globals.browser },
  },
  // A recipe: the host calls its function.
  { files: ['docs/hosting/*.js'], rules: { 'no-unused-vars': 'off' } },
  {
    files: ['demo/*.js', 'demo/server/browser/*.js'],
    languageOptions: { globals: globals.browser },
  },
  prettier,
);
