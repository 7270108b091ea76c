import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import type { ExportedNote } from '#core/export/exported-report.ts';
import { hashTag } from '#core/export/markdown-block.ts';
import type { ChosenContent } from '../describe-chosen.ts';
import { markdownParagraphs } from './markdown-paragraphs.ts';
import { sealWord } from './word-seal.ts';
import { listCount, NUMBERING, wordStyles, type ListCount } from './word-styles.ts';
import { linked, run, xmlText } from './word-text.ts';

/**
 * The notes of reports as a Word file: title, issuer and date, under the headings of their sections the quotes, the user's
 * words, tags, place and a link back; last the entry for a list of references. The same notes give the same bytes. `sealId`
 * is what the seal names (word-seal.ts).
 */
export async function wordDocument(
  sealId: string,
  title: string,
  contents: readonly ChosenContent[],
): Promise<Uint8Array> {
  const lists = listCount();
  const scripts = contents.map(({ content }) => content.summary.script);
  const isOne = contents.length === 1;
  const document = new Document({
    title: xmlText(isOne ? (contents[0]?.report.metadata.title ?? title) : title),
    creator: 'Zhupi',
    lastModifiedBy: 'Zhupi',
    numbering: NUMBERING ?? { config: [] },
    styles: wordStyles(scripts.every((script) => script.startsWith('Hant'))),
    customProperties: [{ name: 'zhupi', value: '' }],
    sections: [
      {
        children: [
          ...(isOne ? [] : [new Paragraph({ heading: HeadingLevel.TITLE, children: [run(title)] })]),
          ...contents.flatMap((content) => reportParagraphs(content, lists)),
        ],
      },
    ],
  });
  const changed = contents.flatMap(({ notes }) => notes.map((note) => note.updatedAt));
  return sealWord(new Uint8Array(await Packer.toBuffer(document)), sealId, Math.max(0, ...changed));
}

function reportParagraphs({ report, citation }: ChosenContent, lists: ListCount): readonly Paragraph[] {
  const { title, issuer, date, documentNumber } = report.metadata;
  const about = [issuer, documentNumber, date].filter((part) => part !== '').join(' · ');
  let section = '';
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(title)] }),
    ...(about === '' ? [] : [new Paragraph({ style: 'Place', children: [run(about)] })]),
    ...report.notes.flatMap((note) => {
      const isNew = note.section !== section && note.section !== '';
      section = note.section;
      const heading = new Paragraph({ heading: HeadingLevel.HEADING_2, children: [run(note.section)] });
      return [...(isNew ? [heading] : []), ...noteParagraphs(note, lists)];
    }),
    new Paragraph({ style: 'Place', thematicBreak: true }),
    new Paragraph({ style: 'Place', children: [run(citation)] }),
  ];
}

function noteParagraphs(note: ExportedNote, lists: ListCount): readonly Paragraph[] {
  const { quote, shown, tags, label, link } = note;
  const isSame = shown.join('\n') === quote.join('\n');
  const place = [tags.map(hashTag).join(' '), label].filter((part) => part !== '').join(' · ');
  return [
    ...quote.map((line) => new Paragraph({ style: 'Quote', children: [run(line)] })),
    ...(isSame ? [] : shown).map(
      (line) => new Paragraph({ style: 'Quote', children: [run(line, { color: '625C52' })] }),
    ),
    ...markdownParagraphs(note.note, lists),
    new Paragraph({
      style: 'Place',
      children: [
        ...(place === '' ? [] : [run(`${place} · `)]),
        ...linked(link, [run('zhupi', { style: 'Hyperlink' })]),
      ],
    }),
  ];
}
