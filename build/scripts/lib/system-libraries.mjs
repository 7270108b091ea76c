import { existsSync } from 'node:fs';
import { run, SetupError } from './process.mjs';

/** What Electron and a virtual screen need: the Debian package, and a file name that shows it on other systems. */
const needed = [
  { debian: 'libgtk-3-0', library: 'libgtk-3.so.0' },
  { debian: 'libnss3', library: 'libnss3.so' },
  { debian: 'libasound2', library: 'libasound.so.2' },
  { debian: 'libgbm1', library: 'libgbm.so.1' },
  { debian: 'xvfb', program: 'Xvfb' },
  { debian: 'xauth', program: 'xauth' },
  { debian: 'fonts-noto-cjk', fontLanguage: 'zh' },
];

/** @param {string} command @param {string[]} args */
async function outputOf(command, args) {
  try {
    const { code, output } = await run(command, args, { output: 'capture', env: { LC_ALL: 'C' } });
    return { code, output };
  } catch {
    return { code: 127, output: '' };
  }
}

/** Since 2024 some of these packages carry the mark t64 in newer releases. @param {string} name */
const spellings = (name) => [name, `${name}t64`];

async function missingOnDebian() {
  const names = needed.flatMap(({ debian }) => spellings(debian));
  const { output } = await outputOf('dpkg-query', [
    '-W',
    '-f',
    '${db:Status-Status} ${Package}\\n',
    ...names,
  ]);
  const installed = new Set(
    output.split('\n').flatMap((line) => (line.startsWith('installed ') ? [line.slice(10)] : [])),
  );
  return needed
    .map(({ debian }) => debian)
    .filter((name) => !spellings(name).some((it) => installed.has(it)));
}

/** @param {string[]} names */
async function namesToInstall(names) {
  const known = await Promise.all(
    names.map(async (name) => (await outputOf('apt-cache', ['show', `${name}t64`])).code === 0),
  );
  return names.map((name, index) => (known[index] === true ? `${name}t64` : name));
}

/** @param {(line: string) => void} say */
async function ensureOnDebian(say) {
  const missing = await missingOnDebian();
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    const names = await namesToInstall(missing);
    throw new SetupError(
      `These system packages are missing: ${missing.join(', ')}. Install them, then run this again:\n` +
        `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names.join(' ')}`,
    );
  }
  say(`Installing system packages that are missing: ${missing.join(', ')} …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
  const update = await run('apt-get', ['update', '-qq'], { output: 'capture', env });
  const names = await namesToInstall(missing);
  const install = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], {
    output: 'capture',
    env,
  });
  if (install.code !== 0 || (await missingOnDebian()).length > 0) {
    throw new SetupError(
      `${update.output}${install.output}\napt-get could not install ${names.join(' ')}: see the lines above.`,
    );
  }
}

async function ensureElsewhere() {
  const { output } = await outputOf('ldconfig', ['-p']);
  const folders = (process.env['PATH'] ?? '').split(':');
  const missing = [];
  for (const { library, program, fontLanguage } of needed) {
    if (library !== undefined && output !== '' && !output.includes(library)) missing.push(library);
    if (program !== undefined && !folders.some((folder) => existsSync(`${folder}/${program}`))) {
      missing.push(program);
    }
    if (fontLanguage !== undefined) {
      const fonts = await outputOf('fc-list', [`:lang=${fontLanguage}`]);
      if (fonts.code === 0 && fonts.output.trim() === '') missing.push('a font for Chinese');
    }
  }
  if (missing.length === 0) return;
  throw new SetupError(
    `This system lacks: ${missing.join(', ')}. Install them with its package manager, then run this again.`,
  );
}

/**
 * Makes sure that Linux has what Electron and its virtual screen need; other systems bring it along.
 * @param {(line: string) => void} say
 */
export async function ensureSystemLibraries(say) {
  if (process.platform !== 'linux') return;
  if (existsSync('/usr/bin/dpkg-query') && existsSync('/usr/bin/apt-get')) await ensureOnDebian(say);
  else await ensureElsewhere();
}
