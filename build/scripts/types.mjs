import { writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { checkout } from './lib/paths.mjs';
import { roomOf, rooms } from './lib/type-rooms.mjs';

/**
 * `npm run typecheck`: the types of every room. Each room is compiled with its own libraries only and answers for its own
 * files; the last program takes all files and answers for those of no room, the tests. So each file is checked once, by the
 * program that allows it least, and the text of a file is read and parsed once for all programs. An argument names a file
 * for the counts of rooms.
 */

/** @type {Map<string, ts.SourceFile | undefined>} */
const parsed = new Map();

/** @param {ts.CompilerOptions} options @param {string} configuration */
function hostOf(options, configuration) {
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  // What the parser and the binder look at is the same in every room but for JavaScript, which only some of them take.
  const { target, module, jsx, allowJs } = options;
  host.getSourceFile = (name, how, ...rest) => {
    const format = typeof how === 'object' ? how.impliedNodeFormat : how;
    const key = JSON.stringify([name, format, target, module, jsx, allowJs]);
    if (!parsed.has(key)) parsed.set(key, read(name, how, ...rest));
    return parsed.get(key);
  };
  host.getCurrentDirectory = () => path.dirname(configuration);
  return host;
}

/** @param {string} room @returns {readonly ts.Diagnostic[]} */
function checkRoom(room) {
  const configuration = path.join(checkout, room.endsWith('.json') ? room : path.join(room, 'tsconfig.json'));
  const config = ts.getParsedCommandLineOfConfigFile(configuration, undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
      throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
    },
  });
  if (config === undefined) throw new Error(`${configuration} cannot be read`);
  const { options, fileNames: rootNames, errors } = config;
  const host = hostOf(options, configuration);
  const program = ts.createProgram({ options, rootNames, host, configFileParsingDiagnostics: errors });
  const own = program.getSourceFiles().filter(({ fileName }) => roomOf(fileName) === room);
  if (own.length === 0) throw new Error(`the room ${room} has no file`);
  return [
    ...program.getConfigFileParsingDiagnostics(),
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...own.flatMap((file) => [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ]),
  ];
}

const format = {
  getCanonicalFileName: (/** @type {string} */ name) => name,
  getCurrentDirectory: () => checkout,
  getNewLine: () => '\n',
};

let failed = 0;
for (const room of rooms) {
  const diagnostics = ts.sortAndDeduplicateDiagnostics(checkRoom(room));
  if (diagnostics.length === 0) continue;
  failed += 1;
  process.stdout.write(`types: ${room}\n${ts.formatDiagnostics(diagnostics, format)}`);
}
const report = process.argv[2];
if (report !== undefined) {
  writeFileSync(report, JSON.stringify({ passed: rooms.length - failed, failed, skipped: 0 }));
}
process.exitCode = failed === 0 ? 0 : 1;
