import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { ZhupiError } from '#core/base/app-error.ts';
import type { ReportMetadata } from '#core/report/report.ts';
import type { MetadataField } from '#core/report/metadata-rules.ts';
import { dateIn } from '#core/text/metadata/written-date.ts';
import { detailBlocks } from './block-details.ts';
import { DocumentWriter } from './document-writer.ts';
import { contentsIn, missingTitle, withHeadings, type ContentsEntry } from './epub-contents.ts';
import { eachElement } from './epub-xml.ts';
import { leaveOut } from './furniture-edits.ts';
import { writeHtml } from './html-blocks.ts';
import { decodeHtml } from './html-charset.ts';
import { withoutSubset } from './html-doctype.ts';
import { plainBlocks } from './html-document.ts';
import { MOST_ELEMENTS, scanHtml } from './html-scan.ts';
import type { ImportedDocument } from './imported-document.ts';
import { ZipArchive } from './zip-archive.ts';

interface BookPackage {
  /** Addresses of the chapters in reading order, relative to the package file. */
  readonly chapters: readonly string[];
  /** The navigation document, or else the NCX; empty when there is neither. */
  readonly contents: string;
  readonly fields: ReadonlyMap<string, string>;
}

/**
 * The document that an EPUB holds, its chapters in the order of the spine (without one, of the manifest), their titles from the
 * table of contents where they have none. Throws `file-damaged`, `file-expands`,
 * `file-encrypted`, `file-too-complex`.
 */
export async function epubDocument(bytes: Uint8Array): Promise<ImportedDocument> {
  const archive = new ZipArchive(bytes);
  const packagePath = rootFile(await textOf(archive, 'META-INF/container.xml'));
  const { chapters, contents, fields } = readPackage(await textOf(archive, packagePath));
  const entries = await entriesByFile(archive, packagePath, contents);
  const locked = await lockedFiles(archive);
  const writer = new DocumentWriter();
  let elements = 0;
  const parts: { readonly first: number; readonly entries: readonly ContentsEntry[] }[] = [];
  for (const chapter of new Set(chapters)) {
    await nextTurn();
    const file = path.posix.join(path.posix.dirname(packagePath), chapter);
    if (locked.has(file)) throw new ZhupiError('file-encrypted');
    const page = await optionalText(archive, file);
    if (page === undefined) continue;
    const html = withoutSubset(page);
    const scan = scanHtml(html, 'xhtml');
    elements += scan.elements;
    if (elements > MOST_ELEMENTS) throw new ZhupiError('file-too-complex');
    const own = entries.get(file) ?? [];
    const first = writer.blocks.length;
    writeTitle(writer, missingTitle(html, own));
    writeHtml(html, scan, 'xhtml', writer);
    parts.push({ first, entries: own });
  }
  const source = writer.text;
  const { metadata, name } = fieldsOf(fields);
  const titled = parts.flatMap(({ first, entries: own }, index) =>
    withHeadings(source, writer.blocks.slice(first, parts[index + 1]?.first), own),
  );
  const blocks = detailBlocks(source, titled);
  return {
    source,
    blocks: plainBlocks(blocks),
    edits: leaveOut(source, blocks, writer.hidden),
    metadata,
    name,
  };
}

function writeTitle(writer: DocumentWriter, title: ContentsEntry | undefined): void {
  if (title === undefined) return;
  writer.begin({ kind: 'heading', level: title.depth, owner: 0, furniture: false });
  writer.flow(title.label);
  writer.end();
}

/** The entries of the table of contents by the file that they lead to. */
async function entriesByFile(
  archive: ZipArchive,
  packagePath: string,
  contents: string,
): Promise<ReadonlyMap<string, readonly ContentsEntry[]>> {
  const byFile = new Map<string, ContentsEntry[]>();
  if (contents === '') return byFile;
  const place = path.posix.join(path.posix.dirname(packagePath), contents);
  for (const entry of contentsIn(await optionalText(archive, place))) {
    for (const href of hrefOf(entry.href)) {
      const file = path.posix.join(path.posix.dirname(place), href);
      const own = byFile.get(file);
      if (own === undefined) byFile.set(file, [entry]);
      else own.push(entry);
    }
  }
  return byFile;
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
  const pages: string[] = [];
  const spine: string[] = [];
  const fields = new Map<string, string>();
  let nav = '';
  let ncx = '';
  eachElement(
    xml,
    (name, attributes) => {
      const [href = '', type = ''] = [attributes['href'], attributes['media-type']];
      if (name === 'itemref') spine.push(attributes['idref'] ?? '');
      if (name !== 'item') return;
      items.set(attributes['id'] ?? '', href);
      if (/\bnav\b/u.test(attributes['properties'] ?? '')) nav = href;
      else if (type === 'application/x-dtbncx+xml' || /\.ncx$/iu.test(href)) ncx = href;
      else if (/html/u.test(type) || /\.x?html?$/iu.test(href)) pages.push(href);
    },
    (name, text) => {
      if (name.startsWith('dc:') && text !== '' && !fields.has(name)) fields.set(name, text);
    },
  );
  const inSpine = spine.flatMap((id) => hrefOf(items.get(id)));
  const chapters = inSpine.length > 0 ? inSpine : pages.flatMap(hrefOf);
  return { chapters, contents: hrefOf(nav || ncx)[0] ?? '', fields };
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
