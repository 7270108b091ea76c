import { loadTellingCharacters, SIMPLIFIED, TRADITIONAL } from '#core/script/telling-characters.ts';

/** The script that most characters of a text are in, of those that stand in one script only; Traditional where none is ahead. */
export type Leaning = (text: string) => 'Hans' | 'Hant';

/** Loads the small tables of characters; a module of its own, for few reports are mixed. */
export async function loadLeaning(): Promise<Leaning> {
  const { kindOf } = await loadTellingCharacters();
  return (text) => {
    let ahead = 0;
    for (const character of text) {
      const kind = kindOf(character.codePointAt(0) ?? 0);
      if (kind === TRADITIONAL) ahead += 1;
      else if (kind === SIMPLIFIED) ahead -= 1;
    }
    return ahead < 0 ? 'Hans' : 'Hant';
  };
}
