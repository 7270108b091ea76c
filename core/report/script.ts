/** Script of a source text as detected (DESIGN 9.8); `mixed` holds both kinds of characters, `none` has no telling ones. */
export const SOURCE_SCRIPTS = ['Hans', 'Hant-TW', 'Hant-HK', 'Hant', 'mixed', 'none'] as const;
export type SourceScript = (typeof SOURCE_SCRIPTS)[number];

/** What a reader can ask for: the source as it is, Simplified, Traditional (OpenCC), Taiwan, Taiwan with wording, Hong Kong. */
export const VIEW_SCRIPTS = ['source', 'cn', 't', 'tw', 'twp', 'hk'] as const;
export type ViewScript = (typeof VIEW_SCRIPTS)[number];

/** The BCP 47 tag that lets fonts choose the right glyphs for a view; `source` takes it from the source's own script. */
export function languageTag(view: ViewScript, source: SourceScript): string {
  switch (view) {
    case 'cn':
      return 'zh-Hans';
    case 't':
      return 'zh-Hant';
    case 'tw':
    case 'twp':
      return 'zh-Hant-TW';
    case 'hk':
      return 'zh-Hant-HK';
    case 'source':
      return source === 'none' ? 'zh' : source === 'mixed' ? 'zh-Hant' : `zh-${source}`;
  }
}
