/**
 * Radicals that look like a character and that PDF writers (Chromium, macOS) put in its place, because both share a glyph of
 * the font: the supplement's, by Unicode's EquivalentUnifiedIdeograph.txt; NFKC knows those of the Kangxi block itself.
 */
const SUPPLEMENT: ReadonlyMap<string, string> = new Map(
  (
    '⺁厂⺄乙⺅亻⺆冂⺈刀⺉刂⺋㔾⺍小⺎兀⺏尣⺐尢⺑尣⺒巳⺓幺⺔彑⺖忄⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺨犭⺩王⺪疋⺫目⺬示' +
    '⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺵羋⺶羊⺷羊⺹耂⺺肀⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸' +
    '⻓长⻔门⻕阜⻖阝⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟'
  )
    .match(/../gu)
    ?.map((pair) => {
      const [radical = '', character = ''] = pair;
      return [radical, character] as const;
    }),
);

/** The text with characters in place of the radicals that stand for them. */
export function withoutRadicals(text: string): string {
  return text.replace(/[\u2E80-\u2FD5]/gu, (radical) => SUPPLEMENT.get(radical) ?? radical.normalize('NFKC'));
}
