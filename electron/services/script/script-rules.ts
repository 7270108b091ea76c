import type { ScriptOverride, ScriptRules } from '#core/ipc/calls/script-calls.ts';
import type { ConverterOptions } from '#core/script/index.ts';
import { newAnnotationId } from '../notes/annotation-id.ts';
import type { NotesDeps } from '../notes/notes.ts';
import { ensureStored, openContent } from '../notes/reports.ts';
import { recordAction } from '../store/actions.ts';
import type { Connection } from '../store/connection.ts';
import type { ScriptOverrideChange } from '../store/script-override-change.ts';
import {
  findOverrideOf,
  findScriptOverride,
  isOfficialProseUsed,
  listScriptOverrides,
} from '../store/script-override-table.ts';

/** What stands before OpenCC's dictionaries. */
export function scriptRules(connection: Connection): ScriptRules {
  return connection.read(() => ({
    officialProse: isOfficialProseUsed(connection),
    overrides: [...listScriptOverrides(connection)],
  }));
}

/** What a converter for a report takes from the user's rules. */
export type ScriptOptionsOf = (reportId: string) => Required<Pick<ConverterOptions, 'overrides' | 'choices'>>;

/** The same for any report, of the rules as they are when it is asked. */
export function scriptOptionsOf(connection: Connection): ScriptOptionsOf {
  return (reportId) => scriptOptionsNow(connection)(reportId);
}

/** The same for many reports, of the rules as they are now. */
export function scriptOptionsNow(connection: Connection): ScriptOptionsOf {
  const rules = scriptRules(connection);
  return (reportId) => optionsOf(rules, reportId);
}

/** A choice for one report goes before one for all: of equal phrases the last wins. */
export function optionsOf(
  { officialProse, overrides }: ScriptRules,
  reportId: string,
): ReturnType<ScriptOptionsOf> {
  const of = (scope: string | null): readonly ScriptOverride[] =>
    overrides.filter((each) => each.reportId === scope);
  return { overrides: officialProse, choices: [...of(null), ...of(reportId)] };
}

interface Choice {
  readonly phrase: string;
  readonly replacement: string;
  readonly reportId: string | null;
}

/**
 * Says how a phrase is written from now on, as one action that undo takes back. The first choice for a pack's report copies
 * the report into the store. Throws `report-unknown`.
 */
export function chooseScript(deps: NotesDeps, { phrase, replacement, reportId }: Choice): ScriptRules {
  const { connection, actor } = deps;
  const content = reportId === null ? null : openContent(deps, reportId);
  const now = deps.now();
  connection.write(() => {
    if (content !== null) ensureStored(connection, content, now);
    const before = findOverrideOf(connection, phrase, reportId);
    if (before?.replacement === replacement) return;
    const id = before?.id ?? newAnnotationId().replace(/^n/u, 's');
    const after = { id, phrase, replacement, reportId, revision: (before?.revision ?? 0) + 1 };
    recordAction(connection, actor, now, 'choose-script', [
      { kind: 'script-override', reportId, change: { id, before, after } },
    ]);
  });
  return scriptRules(connection);
}

/** Takes choices back, as one action; ids that are gone are left out. */
export function removeScriptChoices(
  { connection, actor, now }: NotesDeps,
  ids: readonly string[],
): ScriptRules {
  connection.write(() => {
    const changes = [...new Set(ids)].flatMap((id): ScriptOverrideChange[] => {
      const before = findScriptOverride(connection, id);
      if (before === null) return [];
      return [{ kind: 'script-override', reportId: before.reportId, change: { id, before, after: null } }];
    });
    recordAction(connection, actor, now(), 'choose-script', changes);
  });
  return scriptRules(connection);
}
