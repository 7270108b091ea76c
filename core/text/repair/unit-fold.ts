/** Replaces single characters of the first plane, so that offsets stay. */
export type UnitFold = (text: string) => string;

/**
 * A fold from pairs written one behind the other: each first character becomes the second. A table answers for all
 * characters: texts are folded often, and most of them hold none of the pairs.
 */
export function createUnitFold(pairs: string): UnitFold {
  const targets = new Uint16Array(0x10000);
  for (let at = 0; at + 1 < pairs.length; at += 2) targets[pairs.charCodeAt(at)] = pairs.charCodeAt(at + 1);
  return (text) => {
    let folded = '';
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const target = targets[text.charCodeAt(at)] ?? 0;
      if (target === 0) continue;
      folded += text.slice(from, at) + String.fromCharCode(target);
      from = at + 1;
    }
    return from === 0 ? text : folded + text.slice(from);
  };
}
