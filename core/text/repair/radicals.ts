/** Radicals of U+2E80 to U+2EF3 that fonts show like the character itself, but that have no decomposition, and the character. */
const PAIRS =
  '⺁厂⺅亻⺇几⺌小⺎兀⺐尢⺙攵⺟母⺠民⺢水⺣火⺨犬⺫目⺬示⺭礻⺮竹⺱网⺶羊⺷羊⺸羊⺼肉⺾艹⻀艹⻁虎⻂衤⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻖阝⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙';

const CHARACTERS = new Map(
  [...PAIRS.matchAll(/(.)(.)/gu)].map((pair) => [pair[1] ?? '', pair[2] ?? ''] as const),
);

/** The character that a radical or compatibility ideograph is written for; the character itself when there is none. */
export function plainCharacter(char: string): string {
  return CHARACTERS.get(char) ?? char.normalize('NFKC');
}
