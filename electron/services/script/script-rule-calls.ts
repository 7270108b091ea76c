import type { Library, LibraryOptions } from '../library-types.ts';
import type { NotesDeps } from '../notes/notes.ts';
import { useOfficialProse } from '../store/script-override-table.ts';
import { chooseScript, removeScriptChoices, scriptRules } from './script-rules.ts';

/** The calls about what stands before OpenCC's dictionaries; `changed` tells the windows of what the journal has. */
export function scriptRuleCalls(deps: NotesDeps, changed: () => void, onEvent: LibraryOptions['onEvent']) {
  const told = <T>(answer: T): T => {
    changed();
    return answer;
  };
  return {
    scriptRules: () => scriptRules(deps.connection),
    chooseScript: (request) => told(chooseScript(deps, request)),
    removeScriptChoices: ({ ids }) => told(removeScriptChoices(deps, ids)),
    useOfficialProse: ({ on }) => {
      deps.connection.write(() => useOfficialProse(deps.connection, on));
      onEvent({ name: 'scriptRulesChanged', payload: {} });
      return scriptRules(deps.connection);
    },
  } satisfies Partial<Library>;
}
