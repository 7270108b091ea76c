/** How a user wants notes written in Markdown; both parts are Liquid (https://liquidjs.com). */
export interface ExportTemplate {
  /** `plain`, `obsidian`, `paper`, or `t` and 16 random [a-z0-9]. */
  readonly id: string;
  /** Empty for one of ours: the catalogue of the window names it. */
  readonly name: string;
  /** A new file; `{{ notes }}` stands where the notes go. It is used once: from then on the file is the user's. */
  readonly file: string;
  /** Inside of each note's block. */
  readonly note: string;
  /** Whether notes stand under the headings of their sections. */
  readonly hasSections: boolean;
}

/** What the user writes of a template; the rest is told by where it is kept. */
export type TemplateParts = Pick<ExportTemplate, 'file' | 'note' | 'hasSections'>;

/** Quotes and words under headings, nothing else. */
const PLAIN: ExportTemplate = {
  id: 'plain',
  name: '',
  hasSections: true,
  file: `---
title: {{ title | json }}
---

# {{ title | md }}

{{ notes }}
`,
  note: `{{ quote }}

{{ note }}
`,
};

/** Callouts with block ids, the way of Obsidian. */
const OBSIDIAN: ExportTemplate = {
  id: 'obsidian',
  name: '',
  hasSections: true,
  file: `---
title: {{ title | json }}
aliases:
  - {{ title | json }}
issuer: {{ issuer | json }}
date: {{ date | json }}
tags: {{ tags | json }}
---

# {{ title | md }}

> [!info] {{ citation | md }}

{{ notes }}
`,
  note: `> [!quote] [{{ label | default: "zhupi" | md }}]({{ link }})
{{ quote }}

{{ block_id }}

{{ note }}

{{ hashtags }}
`,
};

/** Quotes in running text, each with a footnote that cites the report: for a paper in the making. */
const PAPER: ExportTemplate = {
  id: 'paper',
  name: '',
  hasSections: false,
  file: `# {{ title | md }}

{{ notes }}

## 参考文献

{{ citation | md }}
`,
  note: `“{{ text | md }}”[^{{ id }}]

{{ note }}

[^{{ id }}]: {{ citation | md }} {{ label | md }}
`,
};

/** Templates that come with the program; they cannot be changed, only copied. */
export const BUILT_IN_TEMPLATES: readonly ExportTemplate[] = [PLAIN, OBSIDIAN, PAPER];

/** Names that a note's part may use, and that both parts may use. */
export const TEMPLATE_NAMES = {
  note: [
    'quote',
    'text',
    'shown',
    'note',
    'tags',
    'hashtags',
    'label',
    'section',
    'link',
    'id',
    'block_id',
    'code',
    'code_name',
    'kind',
    'state',
    'created',
    'modified',
  ],
  report: [
    'title',
    'issuer',
    'place',
    'date',
    'document_number',
    'source',
    'url',
    'author',
    'report_id',
    'citation',
  ],
  file: ['notes', 'tags', 'count'],
} as const;
