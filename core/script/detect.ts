import type { SourceScript } from '../report/script.ts';
import {
  loadTellingCharacters,
  SIMPLIFIED,
  TRADITIONAL,
  type TellingCharacters,
} from './telling-characters.ts';

/** What stands before tells no script. */
const FIRST_HAN = 0x3400;

/** Share of Traditional among the telling characters up to which a text is Simplified that quotes some. */
const SIMPLIFIED_UP_TO = 0.02;
/** Share from which a text is Traditional with slips. */
const TRADITIONAL_FROM = 0.9;
/** Of this many Traditional characters one wrong word makes the text one that was converted character by character. */
const CHARACTERS_PER_WRONG_WORD = 2000;

/** Words that no one writes in Traditional: a converter without phrases leaves them. */
const WRONG_IN_TRADITIONAL =
  /干部|骨干教|干事創|今后|以后|之后|然后|最后|先后|關于|對于|由于|屬于|處于|位于|于是|聯系|關系到|重復|復雜|反復|采取|采用|采購|云平|里面|這里|制造|并舉|并且|准備|標准|范圍|規范|示范/gu;

/** Forms of one character as Taiwan, Hong Kong and OpenCC's standard write them. */
const REGIONAL_FORMS: readonly (readonly [taiwan: string, hongKong: string, standard: string])[] = [
  ['裡', '裏', '裏'],
  ['為', '為', '爲'],
  ['眾', '眾', '衆'],
  ['群', '羣', '羣'],
  ['峰', '峯', '峯'],
  ['床', '牀', '牀'],
  ['啟', '啓', '啓'],
  ['說', '説', '說'],
  ['稅', '税', '稅'],
  ['脫', '脱', '脫'],
  ['悅', '悦', '悅'],
  ['閱', '閲', '閱'],
  ['銳', '鋭', '銳'],
  ['衛', '衞', '衛'],
  ['線', '綫', '線'],
  ['戶', '户', '戶'],
  ['溫', '温', '溫'],
  ['污', '污', '污'],
  ['麵', '麪', '麪'],
];

const FORMS = new Set(REGIONAL_FORMS.flat());

/** Words of one region's official texts, for those too short to hold a telling form. */
const TAIWAN_WORDS = /計畫|中華民國|行政院|臺北|臺灣|台灣|新臺幣|新台幣/gu;
const HONG_KONG_WORDS = /香港特別行政區|行政長官|特區政府|立法會/gu;

/** Tells the script of texts; synchronous once loaded. */
export interface ScriptDetector {
  /**
   * The script of a text (DESIGN 9.8): Simplified, Traditional of Taiwan, of Hong Kong or of neither, mixed when both
   * kinds of characters stand in it or words that only a converter without phrases leaves; `none` without telling ones.
   */
  detectScript(text: string): SourceScript;
  /** Whether the character's Simplified form differs. */
  isTraditionalForm(character: string): boolean;
}

/** Loads the small character tables and gives the detector. */
export async function loadScriptDetector(): Promise<ScriptDetector> {
  const telling = await loadTellingCharacters();
  return {
    detectScript: (text) => detect(telling, text),
    isTraditionalForm: (character) => telling.isTraditionalForm(character.codePointAt(0) ?? 0),
  };
}

function detect(telling: TellingCharacters, text: string): SourceScript {
  let simplified = 0;
  let traditional = 0;
  const { length } = text;
  for (let at = 0; at < length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < FIRST_HAN) continue;
    const isPair = unit >= 0xd800 && unit < 0xdc00;
    const codePoint = isPair ? (text.codePointAt(at) ?? unit) : unit;
    if (codePoint > 0xffff) at += 1;
    const kind = telling.kindOf(codePoint);
    if (kind === TRADITIONAL) traditional += 1;
    else if (kind === SIMPLIFIED) simplified += 1;
  }
  if (simplified + traditional === 0) return 'none';
  const share = traditional / (simplified + traditional);
  if (share <= SIMPLIFIED_UP_TO) return 'Hans';
  if (share < TRADITIONAL_FROM) return 'mixed';
  const wrongWords = text.match(WRONG_IN_TRADITIONAL)?.length ?? 0;
  if (wrongWords > 0 && wrongWords * CHARACTERS_PER_WRONG_WORD >= traditional) return 'mixed';
  return detectRegion(text);
}

function detectRegion(text: string): SourceScript {
  const counts = new Map<string, number>();
  for (const character of text) {
    if (FORMS.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  let taiwan = text.match(TAIWAN_WORDS)?.length ?? 0;
  let hongKong = text.match(HONG_KONG_WORDS)?.length ?? 0;
  let standard = 0;
  for (const [tw, hk, t] of REGIONAL_FORMS) {
    taiwan += counts.get(tw) ?? 0;
    hongKong += counts.get(hk) ?? 0;
    standard += counts.get(t) ?? 0;
  }
  if (taiwan > hongKong && taiwan > standard) return 'Hant-TW';
  return hongKong > taiwan && hongKong > standard ? 'Hant-HK' : 'Hant';
}
