import type { ZhupiApi } from '#core/ipc/api.ts';
import type { ScriptOverride, ScriptRules } from '#core/ipc/calls/script-calls.ts';
import type { FakeWorld } from './fake-world.ts';

type ScriptMethods = Pick<
  ZhupiApi,
  'scriptRules' | 'chooseScript' | 'removeScriptChoices' | 'useOfficialProse'
>;

/** What the user decides about scripts, with the undo of the real library. */
export function fakeScriptCalls({ answer, store, events }: FakeWorld): ScriptMethods {
  let made = 0;
  const write = (overrides: readonly ScriptOverride[]): ScriptRules => {
    store.writeScriptRules('choose-script', { ...store.scriptRules, overrides: [...overrides] });
    events.scriptRulesChanged.send({});
    return store.scriptRules;
  };
  return {
    scriptRules: () => answer('scriptRules', () => store.scriptRules),
    chooseScript: ({ phrase, replacement, reportId }) =>
      answer('chooseScript', () => {
        made += 1;
        const others = store.scriptRules.overrides.filter(
          (each) => each.phrase !== phrase || each.reportId !== reportId,
        );
        return write([...others, { id: `s${made}`, phrase, replacement, reportId, revision: 1 }]);
      }),
    removeScriptChoices: ({ ids }) =>
      answer('removeScriptChoices', () =>
        write(store.scriptRules.overrides.filter(({ id }) => !ids.includes(id))),
      ),
    useOfficialProse: ({ on }) =>
      answer('useOfficialProse', () => {
        store.scriptRules = { ...store.scriptRules, officialProse: on };
        events.scriptRulesChanged.send({});
        return store.scriptRules;
      }),
  };
}
