import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Parser } from 'htmlparser2';
import { ZhupiError } from '#core/base/app-error.ts';
import type { ReportMetadata } from '#core/report/report.ts';
import type { MetadataField } from '#core/report/metadata-rules.ts';
import { dateIn } from '#core/text/metadata/report-date.ts';
import { detailBlocks } from './block-details.ts';
import { DocumentWriter } from './document-writer.ts';
import { leaveOut } from './furniture-edits.ts';
import { writeHtml } from './html-blocks.ts';
import { decodeHtml } from './html-charset.ts';
import { plainBlocks } from './html-document.ts';
import { MOST_ELEMENTS, scanHtml } from './html-scan.ts';
import type { ImportedDocument } from './imported-document.ts';
import { ZipArchive } from './zip-archive.ts';

interface BookPackage {
  /** Addresses of the chapters in reading order, relative to the package file. */
  readonly chapters: readonly string[];
  readonly fields: ReadonlyMap<string, string>;
}

/**
 * The document that an EPUB holds, its chapters in the order of the spine. Throws `file-damaged`, `file-expands`,
 * `file-encrypted`, `file-too-complex`.
 */
export async function epubDocument(bytes: Uint8Array): Promise<ImportedDocument> {
  const archive = new ZipArchive(bytes);
  const packagePath = rootFile(await textOf(archive, 'META-INF/container.xml'));
  const { chapters, fields } = readPackage(await textOf(archive, packagePath));
  const locked = await lockedFiles(archive);
  const writer = new DocumentWriter();
  let elements = 0;
  for (const chapter of new Set(chapters)) {
    await nextTurn();
    const file = path.posix.join(path.posix.dirname(packagePath), chapter);
    if (locked.has(file)) throw new ZhupiError('file-encrypted');
    const html = await optionalText(archive, file);
    if (html === undefined) continue;
    const scan = scanHtml(html, 'xhtml');
    elements += scan.elements;
    if (elements > MOST_ELEMENTS) throw new ZhupiError('file-too-complex');
    writeHtml(html, scan, 'xhtml', writer);
  }
  const source = writer.text;
  const { metadata, name } = fieldsOf(fields);
  const blocks = detailBlocks(source, writer.blocks);
  return {
    source,
    blocks: plainBlocks(blocks),
    edits: leaveOut(source, blocks, writer.hidden),
    metadata,
    name,
  };
}

/** Fonts are veiled in free books too (EPUB 3.3, 4.4); all else that is encrypted is under digital rights management. */
const FONT_VEIL = /idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC/u;

/** Files that cannot be read without a key. */
async function lockedFiles(archive: ZipArchive): Promise<ReadonlySet<string>> {
  const locked = new Set<string>();
  const xml = await optionalText(archive, 'META-INF/encryption.xml');
  let isVeil = false;
  eachElement(xml ?? '', (name, attributes) => {
    if (name === 'EncryptedData') isVeil = false;
    else if (name === 'EncryptionMethod') isVeil = FONT_VEIL.test(attributes['Algorithm'] ?? '');
    else if (name === 'CipherReference' && !isVeil) {
      for (const file of hrefOf(attributes['URI'])) locked.add(path.posix.normalize(file));
    }
  });
  return locked;
}

async function optionalText(archive: ZipArchive, name: string): Promise<string | undefined> {
  const bytes = await archive.read(name);
  return bytes === undefined || bytes.length === 0 ? undefined : decodeHtml(bytes).text;
}

async function textOf(archive: ZipArchive, name: string): Promise<string> {
  const text = await optionalText(archive, name);
  if (text === undefined) throw new ZhupiError('file-damaged');
  return text;
}

function rootFile(container: string): string {
  let found = '';
  eachElement(container, (name, attributes) => {
    if (name === 'rootfile' && found === '') found = attributes['full-path'] ?? '';
  });
  if (found === '') throw new ZhupiError('file-damaged');
  return found;
}

function readPackage(xml: string): BookPackage {
  const items = new Map<string, string>();
  const spine: string[] = [];
  const fields = new Map<string, string>();
  eachElement(
    xml,
    (name, attributes) => {
      if (name === 'item') items.set(attributes['id'] ?? '', attributes['href'] ?? '');
      else if (name === 'itemref') spine.push(attributes['idref'] ?? '');
    },
    (name, text) => {
      if (name.startsWith('dc:') && text !== '' && !fields.has(name)) fields.set(name, text);
    },
  );
  return { chapters: spine.flatMap((id) => hrefOf(items.get(id))), fields };
}

function hrefOf(href: string | undefined): readonly string[] {
  const file = (href ?? '').split('#')[0] ?? '';
  if (file === '') return [];
  try {
    return [decodeURIComponent(file)];
  } catch {
    return [file];
  }
}

function eachElement(
  xml: string,
  onOpen: (name: string, attributes: Readonly<Record<string, string>>) => void,
  onClose: (name: string, text: string) => void = () => undefined,
): void {
  let text = '';
  let depth = 0;
  const local = (name: string): string => (name.startsWith('dc:') ? name : (name.split(':').at(-1) ?? ''));
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (depth > 200) throw new ZhupiError('file-too-complex');
        text = '';
        onOpen(local(name), attributes);
      },
      ontext(piece) {
        if (text.length < 2000) text += piece;
      },
      onclosetag(name) {
        depth -= 1;
        onClose(local(name), text.replace(/\s+/gu, ' ').trim());
      },
    },
    { xmlMode: true },
  );
  parser.write(xml);
  parser.end();
}

function fieldsOf(fields: ReadonlyMap<string, string>): { metadata: Partial<ReportMetadata>; name: string } {
  const found: [MetadataField, string][] = [
    ['title', fields.get('dc:title') ?? ''],
    ['author', fields.get('dc:creator') ?? ''],
    ['issuer', fields.get('dc:publisher') ?? ''],
    ['date', dateIn(fields.get('dc:date') ?? '')],
  ];
  const metadata = Object.fromEntries(found.filter(([, value]) => value !== '')) as Partial<ReportMetadata>;
  return { metadata, name: metadata.title ?? '' };
}
