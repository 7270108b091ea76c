/**
 * For each import rule a file that breaks it. The check plants them in a tree of their own and must find every one;
 * a rule without a plant fails the check too.
 * @type {Record<string, Record<string, string>>}
 */
export const plants = {
  'core-has-no-platform': { 'core/base/reads-disk.ts': "import 'node:fs';" },
  'core-package-is-known': { 'core/base/uses-react.ts': "import 'react';" },
  'core-knows-no-outer-room': { 'core/text/knows-window.ts': "import '#renderer/ui/leaf.ts';" },
  'core-room-has-a-place': { 'core/base/knows-new-room.ts': "import '../unplaced/leaf.ts';" },
  'opencc-only-in-script': { 'core/text/converts.ts': "import 'opencc-js';" },
  'lunr-only-in-search': { 'electron/services/indexes.ts': "import 'lunr';" },
  'electron-only-in-main-and-preload': { 'electron/services/opens-window.ts': "import 'electron';" },
  'services-stand-alone': { 'electron/services/knows-main.ts': "import '../main/leaf.ts';" },
  'preload-knows-only-core': { 'electron/preload/knows-services.ts': "import '#services/leaf.ts';" },
  'command-knows-no-window': { 'electron/cli/knows-main.ts': "import '#electron/main/leaf.ts';" },
  'main-knows-no-renderer': { 'electron/main/knows-page.ts': "import '#renderer/ui/leaf.ts';" },
  'electron-has-no-react': { 'electron/main/uses-react.ts': "import 'react';" },
  'renderer-reaches-out-through-its-platform-only': {
    'renderer/ui/knows-main.ts': "import '#electron/main/leaf.ts';",
  },
  'renderer-has-no-node': { 'renderer/ui/reads-disk.ts': "import 'node:fs';" },
  'features-do-not-know-each-others-insides': {
    'renderer/features/notes/knows.ts': "import type { leaf } from '../reader/leaf.ts';",
  },
  'only-the-shell-knows-features': { 'renderer/ui/knows-feature.ts': "import '../features/reader/leaf.ts';" },
  'features-do-not-know-the-shell': {
    'renderer/features/notes/knows-shell.ts': "import '../../app/leaf.ts';",
  },
  'ui-knows-no-state': { 'renderer/ui/knows-state.ts': "import '../state/leaf.ts';" },
  'dom-has-no-react': { 'renderer/dom/uses-react.ts': "import 'react';" },
  'code-imports-no-test': { 'core/base/imports-test.ts': "import './leaf.test.ts';" },
  'no-cycle': {
    'core/base/cycle-a.ts': "import { b } from './cycle-b.ts';\nexport const a = () => b;",
    'core/base/cycle-b.ts': "import { a } from './cycle-a.ts';\nexport const b = () => a;",
  },
  'search-index-imports-down': {
    'electron/services/search/index/climbs.ts': "import '../corpus/leaf.ts';",
  },
  'search-corpus-imports-down': {
    'electron/services/search/corpus/climbs.ts': "import '../run/leaf.ts';",
  },
  'search-run-imports-down': {
    'electron/services/search/run/climbs.ts': "import '../concordance/leaf.ts';",
  },
  'search-concordance-imports-down': {
    'electron/services/search/concordance/climbs.ts': "import '../leaf.ts';",
  },
  'search-suggest-imports-down': {
    'electron/services/search/suggest/knows.ts': "import '../concordance/leaf.ts';",
  },
  'no-orphan': { 'core/base/alone.ts': 'export const alone = 1;' },
  resolves: { 'core/base/broken.ts': "import './nowhere.ts';" },
};

/** What the planted files import. */
export const leaves = [
  'core/unplaced/leaf.ts',
  'core/base/leaf.test.ts',
  'electron/main/leaf.ts',
  'electron/services/leaf.ts',
  'electron/services/search/leaf.ts',
  'electron/services/search/corpus/leaf.ts',
  'electron/services/search/run/leaf.ts',
  'electron/services/search/concordance/leaf.ts',
  'renderer/ui/leaf.ts',
  'renderer/state/leaf.ts',
  'renderer/app/leaf.ts',
  'renderer/features/reader/leaf.ts',
];

/**
 * Every room of core but the last may not import the one after it.
 * @param {readonly string[]} ruleNames names of all rules
 * @returns {Record<string, Record<string, string>>}
 */
export function plantsForCoreOrder(ruleNames) {
  const rooms = ruleNames.flatMap((name) => /^core-(\w+)-imports-down$/.exec(name)?.[1] ?? []);
  return Object.fromEntries(
    rooms.map((room, index) => {
      const next = rooms[index + 1] ?? 'ipc';
      return [
        `core-${room}-imports-down`,
        {
          [`core/${room}/climbs.ts`]: `import '#core/${next}/above.ts';`,
          [`core/${next}/above.ts`]: 'export {};',
        },
      ];
    }),
  );
}
