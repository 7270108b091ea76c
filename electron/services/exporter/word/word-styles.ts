import { AlignmentType, BorderStyle, LevelFormat, type IPropertiesOptions } from 'docx';

export const BULLETS = 'bullets';
export const NUMBERS = 'numbers';

/** Counts the numbered lists of a document. */
export interface ListCount {
  readonly next: () => number;
}

export function listCount(): ListCount {
  let count = 0;
  return { next: () => (count += 1) };
}

const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;
const indentOf = (level: number) => ({ paragraph: { indent: { left: 360 * (level + 1), hanging: 360 } } });

export const NUMBERING: IPropertiesOptions['numbering'] = {
  config: [
    {
      reference: BULLETS,
      levels: LEVELS.map((level) => {
        return { level, format: LevelFormat.BULLET, text: '•', style: indentOf(level) };
      }),
    },
    {
      reference: NUMBERS,
      levels: LEVELS.map((level) => ({
        ...{ level, format: LevelFormat.DECIMAL, text: `%${String(level + 1)}.` },
        ...{ alignment: AlignmentType.LEFT, style: indentOf(level) },
      })),
    },
  ],
};

/** Sizes are half points. Fonts are those that every Word has for the script; another program takes its own. */
export function wordStyles(isTraditional: boolean): NonNullable<IPropertiesOptions['styles']> {
  const serif = {
    ascii: 'Times New Roman',
    hAnsi: 'Times New Roman',
    eastAsia: isTraditional ? 'PMingLiU' : 'SimSun',
  };
  const sans = {
    ascii: 'Arial',
    hAnsi: 'Arial',
    eastAsia: isTraditional ? 'Microsoft JhengHei' : 'Microsoft YaHei',
  };
  const heading = (size: number, before: number) => ({
    run: { font: sans, size, bold: true, color: '1F1D1A' },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: {
          font: serif,
          size: 22,
          language: { value: 'en-US', eastAsia: isTraditional ? 'zh-TW' : 'zh-CN' },
        },
        paragraph: { spacing: { after: 120, line: 340 } },
      },
      title: heading(36, 0),
      heading1: heading(32, 360),
      heading2: heading(26, 280),
      hyperlink: { run: { color: 'B8321F', underline: {} } },
    },
    paragraphStyles: [
      {
        ...{ id: 'Quote', name: 'Quote', basedOn: 'Normal', next: 'Normal', quickFormat: true },
        paragraph: {
          indent: { left: 360 },
          border: { left: { style: BorderStyle.SINGLE, size: 12, space: 8, color: 'B8321F' } },
        },
      },
      {
        ...{ id: 'Place', name: 'Place', basedOn: 'Normal', next: 'Normal' },
        run: { size: 18, color: '625C52' },
        paragraph: { spacing: { after: 280 } },
      },
    ],
    characterStyles: [{ id: 'Code', name: 'Code', run: { font: 'Consolas', size: 20 } }],
  };
}
