import { builtinModules } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const root = dirname(fileURLToPath(import.meta.url));

/** @typedef {Parameters<typeof defineConfig>[0]} Settings */

/**
 * Who may import whom. `uses`: anything; `typesOf`: `import type` only; what is in neither is refused.
 * `node`, `vscode`, `packages`: whether Node's modules, the editor's API and npm packages are in reach.
 */
const layers = {
  engine: { uses: [], typesOf: [], node: false, vscode: false, packages: false },
  shared: { uses: [], typesOf: ['engine'], node: false, vscode: false, packages: false },
  worker: { uses: ['engine', 'shared'], typesOf: [], node: true, vscode: false, packages: true },
  extension: {
    uses: ['shared', 'worker'],
    typesOf: ['engine'],
    node: true,
    vscode: true,
    packages: true,
  },
  webview: { uses: ['shared'], typesOf: [], node: false, vscode: false, packages: true },
  cli: {
    uses: ['engine', 'shared', 'worker'],
    typesOf: [],
    node: true,
    vscode: false,
    packages: true,
  },
};

const layerNames = Object.keys(layers);

/** Refuses whole layers, types included; told apart by the file that an import resolves to. */
const zones = Object.entries(layers).map(([name, layer]) => ({
  target: `./src/${name}`,
  from: layerNames
    .filter((other) => other !== name && ![...layer.uses, ...layer.typesOf].includes(other))
    .map((other) => `./src/${other}`)
    .concat('./test', './scripts'),
  message: `src/${name} may use: ${[...layer.uses, ...layer.typesOf].join(', ') || 'itself alone'}.`,
}));

/** Refuses values (not types) of a layer, and Node, the editor and packages where they are out of reach. */
function importPatterns(layer) {
  const patterns = [toolkitPattern];
  if (layer.typesOf.length > 0) {
    patterns.push({
      regex: `^(\\.\\./)+(${layer.typesOf.join('|')})/`,
      allowTypeImports: true,
      message: 'Only types may cross here: write `import type`.',
    });
  }
  if (!layer.node) {
    patterns.push({ regex: '^node:', message: 'This layer runs without Node.' });
  }
  if (!layer.vscode) {
    patterns.push({ regex: '^vscode$', message: 'Only src/extension talks to the editor.' });
  }
  if (!layer.packages) {
    patterns.push({
      regex: '^(?!\\.|node:|vscode$)',
      message: 'This layer depends on no package: what it needs is written here.',
    });
  }
  return patterns;
}

const toolkitPattern = {
  regex: '^@vscode/webview-ui-toolkit',
  message: 'Only src/webview/ui.ts imports the toolkit, so that replacing it is one file.',
};

const bareBuiltins = builtinModules
  .filter((name) => !name.startsWith('_'))
  .map((name) => ({ name, message: `Write node:${name}.` }));

/**
 * @param {object[]} patterns
 * @returns {['error', object]}
 */
function restrictImports(patterns) {
  return ['error', { paths: bareBuiltins, patterns }];
}

/** Syntax that no TypeScript file uses. */
const refusedSyntax = [
  { selector: 'TSEnumDeclaration', message: 'Write a union of string literals.' },
  { selector: 'TSModuleDeclaration[kind="namespace"]', message: 'Write a module.' },
  {
    selector:
      ':matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration)' +
      '[source.value=/^\\.{1,2}\\x2F(?!.*\\.(?:js|json|css)$)/]',
    message: 'A relative import ends in .js (or .json, .css).',
  },
];

/** What would make the engine depend on the time, the machine or its language. */
const impureSyntax = [
  {
    selector:
      'MemberExpression[property.name=/^(?:localeCompare|toLocale(?:String|LowerCase|UpperCase|DateString|TimeString))$/]',
    message: "The answer would depend on the machine's language.",
  },
];

const impureGlobals = [
  'AbortController',
  'Atomics',
  'Buffer',
  'Date',
  'Intl',
  'SharedArrayBuffer',
  'WebAssembly',
  'WeakRef',
  'alert',
  'clearInterval',
  'clearTimeout',
  'console',
  'crypto',
  'document',
  'eval',
  'fetch',
  'global',
  'globalThis',
  'localStorage',
  'navigator',
  'performance',
  'process',
  'queueMicrotask',
  'require',
  'self',
  'setImmediate',
  'setInterval',
  'setTimeout',
  'structuredClone',
  'window',
].map((name) => ({ name, message: 'The engine is pure: same input, same output, everywhere.' }));

/**
 * Every TypeScript file, tests included.
 * @type {Settings}
 */
const typescript = {
  files: ['**/*.ts'],
  extends: [js.configs.recommended, tseslint.configs.strictTypeChecked],
  plugins: { 'import-x': importX },
  languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
  settings: {
    // Without these two, import-x reads no TypeScript and no-cycle stays silent.
    'import-x/extensions': ['.ts'],
    'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
    'import-x/resolver-next': [
      createTypeScriptImportResolver({ project: `${root}/tsconfig.base.json` }),
    ],
  },
  rules: {
    eqeqeq: 'error',
    'max-lines': ['error', 500],
    // A reading that does not fit is thrown by the thousand; an Error would write a stack trace for each.
    '@typescript-eslint/only-throw-error': ['error', { allow: ['Unreadable'] }],
    'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    'no-console': 'error',
    'no-restricted-syntax': ['error', ...refusedSyntax],
    'object-shorthand': 'error',
    'prefer-const': 'error',
    'import-x/no-cycle': 'error',
    'import-x/no-default-export': 'error',
    'import-x/no-restricted-paths': ['error', { basePath: root, zones }],
    'import-x/no-self-import': 'error',
    '@typescript-eslint/consistent-type-imports': 'error',
    '@typescript-eslint/no-restricted-imports': restrictImports([]),
    '@typescript-eslint/switch-exhaustiveness-check': [
      'error',
      // A `default` that ends in `never` is how a function over a union proves that it is total.
      { allowDefaultCaseForExhaustiveSwitch: true, considerDefaultExhaustiveForUnions: true },
    ],

    // Relaxed, each for its reason.
    // `() => emit(x)` is the shortest way to write a listener, `return visit(node);` a case of a switch.
    '@typescript-eslint/no-confusing-void-expression': [
      'error',
      { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
    ],
    // A number reads the same in a template as `String(number)`; objects stay refused.
    '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    // `while (true)` is how a scanner is written; other constant conditions stay refused.
    '@typescript-eslint/no-unnecessary-condition': [
      'error',
      { allowConstantLoopConditions: 'only-allowed-literals' },
    ],
    // `_name` is a parameter that an interface demands and this implementation does not need.
    '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    // The compiler refuses unknown names already, with each folder's own libraries.
    'no-undef': 'off',
  },
};

/** @type {Settings} */
const layerConfigs = Object.entries(layers).map(([name, layer]) => ({
  name: `layer: ${name}`,
  files: [`src/${name}/**/*.ts`],
  rules: { '@typescript-eslint/no-restricted-imports': restrictImports(importPatterns(layer)) },
}));

/** @type {Settings} */
const engine = {
  name: 'the engine is pure',
  files: ['src/engine/**/*.ts'],
  rules: {
    'no-restricted-globals': ['error', ...impureGlobals],
    'no-restricted-properties': [
      'error',
      { object: 'Math', property: 'random', message: 'Draw from the seeded generator.' },
    ],
    'no-restricted-syntax': ['error', ...refusedSyntax, ...impureSyntax],
  },
};

/** @type {Settings} */
const toolkitDoor = {
  name: 'the one importer of the toolkit',
  files: ['src/webview/ui.ts'],
  rules: {
    '@typescript-eslint/no-restricted-imports': restrictImports(
      importPatterns(layers.webview).filter((pattern) => pattern !== toolkitPattern),
    ),
  },
};

/** @type {Settings} */
const tests = {
  name: 'tests',
  files: ['test/**/*.ts'],
  rules: {
    // A `describe` holds a file's tests: its length says nothing.
    'max-lines-per-function': 'off',
    'no-restricted-syntax': [
      'error',
      ...refusedSyntax,
      {
        selector:
          'MemberExpression[object.name=/^(?:describe|it|test|suite)$/][property.name="only"]',
        message: 'Every test runs.',
      },
    ],
  },
};

/**
 * Tools that a terminal shows, not a student: they print, and some must export a default.
 * @type {Settings}
 */
const tools = [
  {
    name: 'printing is their job',
    files: ['test/bench/**/*.ts', 'test/host/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    name: 'the tool demands a default export',
    files: ['vitest.config.ts'],
    rules: { 'import-x/no-default-export': 'off' },
  },
  {
    name: 'scripts',
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    extends: [js.configs.recommended],
    plugins: { '@typescript-eslint': tseslint.plugin },
    languageOptions: { ecmaVersion: 'latest', sourceType: 'module' },
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', 500],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'object-shorthand': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/no-restricted-imports': restrictImports([]),
      // The compiler reads these files too (tsconfig.tools.json) and knows Node's names.
      'no-undef': 'off',
    },
  },
];

export default defineConfig(
  globalIgnores(['dist/', 'examples/', 'media/', 'test/fixtures/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  typescript,
  layerConfigs,
  engine,
  toolkitDoor,
  tests,
  tools,
);
