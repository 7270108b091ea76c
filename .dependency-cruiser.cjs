'use strict';

// Imports point down. build/scripts/rooms.mjs runs these rules and proves each of them on a planted bad file.

const test = String.raw`\.test\.tsx?$`;
/** @param {string} names alternatives of a regular expression */
const npm = (names) => `(^|/)node_modules/(@types/)?(${names})(/|$)`;

/** The rooms of core from the bottom up: each may import those before it. */
const coreRooms = [
  'base',
  'report',
  'text',
  'script',
  'anchor',
  'annotations',
  'search',
  'messages',
  'export',
  'ipc',
];

/** The rooms of the services' search from the bottom up; the last two do not know each other. */
const searchRooms = ['index', 'corpus', 'run', 'concordance', 'suggest'];

const corePackages = [
  'zod',
  'opencc-js',
  'lunr',
  'pinyin-pro',
  'yaml',
  'mdast[^/]*',
  'micromark[^/]*',
  'approx-string-match',
  '@jest/diff-sequences',
].join('|');

const upward = coreRooms.slice(0, -1).map((room, index) => ({
  name: `core-${room}-imports-down`,
  severity: 'error',
  from: { path: `^core/${room}/`, pathNot: test },
  to: { path: `^core/(${coreRooms.slice(index + 1).join('|')})/` },
}));

const searchUpward = searchRooms.map((room, index) => ({
  name: `search-${room}-imports-down`,
  severity: 'error',
  from: { path: `^electron/services/search/${room}/`, pathNot: test },
  to: {
    path: '^electron/services/search/',
    pathNot: `^electron/services/search/(${[...searchRooms.slice(0, index).filter((below) => below !== 'concordance'), room].join('|')})/`,
  },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...upward,
    ...searchUpward,
    {
      name: 'core-room-has-a-place',
      comment: 'A new room of core must be given its place in the order above.',
      severity: 'error',
      from: {},
      to: { path: '^core/', pathNot: `^core/(${coreRooms.join('|')})/` },
    },
    {
      name: 'core-knows-no-outer-room',
      severity: 'error',
      from: { path: '^core/', pathNot: test },
      to: { path: '^(electron|renderer|e2e|build|test-support)/' },
    },
    {
      name: 'core-has-no-platform',
      severity: 'error',
      from: { path: '^core/', pathNot: test },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-package-is-known',
      comment: 'Packages that core may use stand in corePackages; each is a decision.',
      severity: 'error',
      from: { path: '^core/', pathNot: test },
      to: { path: '(^|/)node_modules/', pathNot: npm(corePackages) },
    },
    {
      name: 'opencc-only-in-script',
      severity: 'error',
      from: { pathNot: `^core/script/|${test}` },
      to: { path: npm('opencc-js') },
    },
    {
      name: 'lunr-only-in-search',
      severity: 'error',
      from: { pathNot: `^core/search/|^e2e/bench/|${test}` },
      to: { path: npm('lunr') },
    },
    {
      name: 'electron-only-in-main-and-preload',
      severity: 'error',
      from: { pathNot: '^(electron/(main|preload)|e2e)/' },
      to: { path: npm('electron') },
    },
    {
      name: 'services-stand-alone',
      comment: 'The services run in a utility process and in the command alike.',
      severity: 'error',
      from: { path: '^electron/services/' },
      to: { path: '^(electron/(main|preload|cli)|renderer|e2e)/' },
    },
    {
      name: 'preload-knows-only-core',
      severity: 'error',
      from: { path: '^electron/preload/' },
      to: { path: '^(electron/(main|services|cli)|renderer|e2e)/' },
    },
    {
      name: 'command-knows-no-window',
      severity: 'error',
      from: { path: '^electron/cli/' },
      to: { path: '^(electron/(main|preload)|renderer|e2e)/' },
    },
    {
      name: 'main-knows-no-renderer',
      severity: 'error',
      from: { path: '^electron/main/' },
      to: { path: '^(renderer|e2e)/' },
    },
    {
      name: 'electron-has-no-react',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: npm('react|react-dom|zustand|radix-ui|@radix-ui') },
    },
    {
      name: 'renderer-reaches-out-through-its-platform-only',
      comment: 'The window has window.zhupi and nothing else.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: test },
      to: { path: '^(electron|e2e|build|test-support)/' },
    },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      from: { path: '^renderer/', pathNot: test },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'features-do-not-know-each-others-insides',
      comment: "A feature's index is what others may use of it.",
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/', pathNot: ['^renderer/features/$1/', String.raw`/index\.ts$`] },
    },
    {
      name: 'only-the-shell-knows-features',
      severity: 'error',
      from: { path: '^renderer/(ui|dom|platform|state|i18n|styles)/' },
      to: { path: '^renderer/(features|app)/' },
    },
    {
      name: 'features-do-not-know-the-shell',
      severity: 'error',
      from: { path: '^renderer/features/', pathNot: test },
      to: { path: '^renderer/app/' },
    },
    {
      name: 'ui-knows-no-state',
      severity: 'error',
      from: { path: '^renderer/ui/', pathNot: test },
      to: { path: '^renderer/(state|platform|dom)/' },
    },
    {
      name: 'dom-has-no-react',
      severity: 'error',
      from: { path: '^renderer/dom/', pathNot: test },
      to: { path: npm('react|react-dom|zustand|radix-ui|@radix-ui') },
    },
    {
      name: 'code-imports-no-test',
      severity: 'error',
      from: { path: '^(core|electron|renderer)/', pathNot: test },
      to: { path: `${test}|^test-support/` },
    },
    {
      name: 'no-cycle',
      comment:
        'A ring that types close is none at run time: a store names its slices, and each slice the store.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphan',
      severity: 'error',
      from: { orphan: true, pathNot: [String.raw`\.d\.ts$`, test] },
      to: {},
    },
    { name: 'resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.cjs', '.js', '.json'],
    },
  },
};
