import { useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Result } from '#core/base/result.ts';
import type { ScriptOverride, ScriptRules } from '#core/ipc/calls/script-calls.ts';
import type { ScriptChoice } from '#core/script/choices.ts';
import type { WindowStore } from '../window/store.ts';
import { useWindowParts } from '../window/use-window.ts';
import type { WindowParts } from '../window/use-window.ts';

/** What stands before OpenCC's dictionaries in the views of a report. */
export interface ScriptTables {
  /** Our list for official prose. */
  readonly officialProse: boolean;
  /** What the user chose, for all reports and then for this one; the last of equal phrases wins. */
  readonly choices: readonly ScriptChoice[];
}

export interface ScriptRulesState {
  /** null until the library has answered. */
  readonly rules: ScriptRules | null;
  /** Whether doubtful characters are marked in the text. */
  readonly doubtfulShown: boolean;
}

/** What the user decides about scripts, in one window; other windows and the command are followed. */
export interface ScriptRulesModel {
  readonly state: StoreApi<ScriptRulesState>;
  readonly showDoubtful: (shown: boolean) => void;
  /** False when it could not be stored, which has been told. */
  readonly choose: (choice: ScriptChoice, reportId: string | null) => Promise<boolean>;
  readonly remove: (ids: readonly string[]) => Promise<boolean>;
  readonly useOfficialProse: (on: boolean) => Promise<boolean>;
}

const DEFAULT_RULES: ScriptRules = { officialProse: true, overrides: [] };

const models = new WeakMap<WindowStore, ScriptRulesModel>();

/** The one model of a window; made at first use, it asks the library then. */
export function scriptRulesModel(parts: WindowParts): ScriptRulesModel {
  const known = models.get(parts.store) ?? createScriptRulesModel(parts);
  models.set(parts.store, known);
  return known;
}

export function useScriptRules<T>(selector: (state: ScriptRulesState) => T): T {
  return useStore(scriptRulesModel(useWindowParts()).state, selector);
}

/** The tables of a report's views; null until the library has answered. The same object as long as nothing changes for it. */
export function useScriptTables(reportId: string): ScriptTables | null {
  const rules = useScriptRules((state) => state.rules);
  const key = rules === null ? null : JSON.stringify(tablesOf(rules, reportId));
  // By value: a choice for another report changes nothing here.
  return useMemo(() => (key === null ? null : (JSON.parse(key) as ScriptTables)), [key]);
}

/** What rules make of one report's tables. */
export function tablesOf({ officialProse, overrides }: ScriptRules, reportId: string): ScriptTables {
  const pick = (scope: string | null): readonly ScriptChoice[] =>
    overrides
      .filter((each) => each.reportId === scope)
      .map(({ phrase, replacement }) => ({ phrase, replacement }));
  return { officialProse, choices: [...pick(null), ...pick(reportId)] };
}

/** The override that a choice shown in a report comes from. */
export function overrideOf(
  { overrides }: ScriptRules,
  { phrase }: ScriptChoice,
  reportId: string,
): ScriptOverride | undefined {
  const here = overrides.filter((each) => each.phrase === phrase);
  return here.find((each) => each.reportId === reportId) ?? here.find((each) => each.reportId === null);
}

function createScriptRulesModel({ client, store }: WindowParts): ScriptRulesModel {
  const state = createStore<ScriptRulesState>()(() => ({ rules: null, doubtfulShown: false }));
  let request = 0;
  const take = (mine: number, answer: Result<ScriptRules>): boolean => {
    if (!answer.ok) {
      store.getState().tellError(answer.error);
      // What cannot be asked for keeps no report from being read.
      if (state.getState().rules === null) state.setState({ rules: DEFAULT_RULES });
      return false;
    }
    if (mine === request) state.setState({ rules: answer.value });
    return true;
  };
  const ask = async (call: () => Promise<Result<ScriptRules>>): Promise<boolean> => {
    request += 1;
    return take(request, await call());
  };
  const change = async (call: () => Promise<Result<ScriptRules>>): Promise<boolean> => {
    store.getState().closeRevertingToasts();
    const done = await ask(call);
    void store.getState().loadHistory();
    return done;
  };
  client.onScriptRulesChanged(() => void ask(() => client.scriptRules({})));
  void ask(() => client.scriptRules({}));
  return {
    state,
    showDoubtful: (doubtfulShown) => state.setState({ doubtfulShown }),
    choose: ({ phrase, replacement }, reportId) =>
      change(() => client.chooseScript({ phrase, replacement, reportId })),
    remove: (ids) => change(() => client.removeScriptChoices({ ids: [...ids] })),
    useOfficialProse: (on) => ask(() => client.useOfficialProse({ on })),
  };
}
