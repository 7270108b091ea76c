import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { markPictures, type PictureMarking } from './pdf-picture-marks.ts';

/** One run of characters as PDF.js places it; distances in points, y upwards. */
export interface PdfItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
}

/** Where content that is marked begins or ends, between runs. */
export interface PdfMark {
  readonly type: string;
  readonly tag?: string | null;
  /** Names it in the tree of the document's structure. */
  readonly id?: string | null;
}

/** A part of the document's structure, or content that is marked. */
export interface PdfStructure {
  readonly role?: string;
  readonly alt?: string;
  readonly id?: string;
  readonly children?: readonly PdfStructure[];
}

/** The text of a page: its runs, and what is known of their fonts. */
export interface PdfText {
  readonly items: readonly (PdfItem | PdfMark)[];
  readonly styles: Readonly<Record<string, { readonly vertical?: boolean }>>;
}

/** Operators of a page by their numbers, each with what it works on. */
export interface PdfOperators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** What stands on a page and is no part of what it draws: a field of a form, a box of text, a seal. */
export interface PdfAnnotation {
  readonly subtype?: string;
  readonly annotationFlags?: number;
  /** Corners: left, bottom, right, top. */
  readonly rect: readonly number[];
  readonly hasAppearance?: boolean;
  readonly fieldType?: string;
  readonly fieldValue?: unknown;
  readonly password?: boolean;
  readonly checkBox?: boolean;
  readonly radioButton?: boolean;
  /** The value of the field when this box of it is checked. */
  readonly exportValue?: string;
  readonly buttonValue?: string | null;
  readonly options?: readonly { readonly exportValue: string | null; readonly displayValue: string }[];
  readonly defaultAppearanceData?: { readonly fontSize?: number };
  readonly textContent?: readonly string[];
  readonly contentsObj?: { readonly str: string };
}

export interface PdfPage {
  readonly pageNumber: number;
  /** Corners of what is shown of the page: left, bottom, right, top. */
  readonly view: readonly number[];
  streamTextContent(options: { readonly includeMarkedContent: boolean }): ReadableStream<PdfText>;
  getStructTree(): Promise<PdfStructure | null>;
  /** What the page draws; the names of operators stand in `pdfOperators`. */
  getOperatorList(): Promise<PdfOperators>;
  getAnnotations(): Promise<readonly PdfAnnotation[]>;
  cleanup(): void;
}

export interface PdfFile {
  readonly numPages: number;
  getPage(number: number): Promise<PdfPage>;
  getMetadata(): Promise<{ readonly info: object }>;
}

/** What opens a file, and what became of its pictures. */
interface OpenedPdf {
  readonly task: LoadingTask;
  readonly marking: PictureMarking;
}

interface LoadingTask {
  readonly promise: Promise<PdfFile>;
  destroy(): Promise<void>;
}

interface PdfLibrary {
  readonly OPS: Readonly<Record<string, number>>;
  getDocument(options: object): LoadingTask;
}

/** Points of a picture, of width by height, above which the library leaves it out where it would decode it. */
const MOST_POINTS = 4_000_000;

let library: Promise<PdfLibrary> | undefined;

/**
 * Opens a PDF; scripts in it are never run, nothing is fetched or drawn. `destroy` frees it.
 * @param withPictures whether its pictures are marked
 */
export async function openPdf(bytes: Uint8Array, withPictures: boolean): Promise<OpenedPdf> {
  library ??= load();
  const { getDocument } = await library;
  const cmaps = cmapFolder();
  const data = new Uint8Array(bytes);
  const marking = withPictures ? markPictures(Buffer.from(data.buffer)) : 'none';
  const task = getDocument({
    data,
    ...(cmaps !== undefined && { cMapUrl: `${cmaps}${path.sep}`, cMapPacked: true }),
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    stopAtErrors: false,
    disableAutoFetch: true,
    disableStream: true,
    maxImageSize: MOST_POINTS,
    verbosity: 0,
  });
  return { task, marking };
}

/** The numbers of the library's operators. */
export async function pdfOperators(): Promise<Readonly<Record<string, number>>> {
  library ??= load();
  return (await library).OPS;
}

/**
 * Loads PDF.js when the first PDF comes. It wants a browser's drawing classes at that moment and warns of a missing canvas;
 * nothing is drawn here. Its worker runs in this thread.
 */
async function load(): Promise<PdfLibrary> {
  const world = globalThis as Record<string, unknown>;
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) world[name] ??= class {};
  const { warn } = globalThis.console;
  globalThis.console.warn = () => undefined;
  try {
    world['pdfjsWorker'] ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    globalThis.console.warn = warn;
  }
}

/** Tables of the character codes of Chinese fonts: beside the bundle, or in the library's package. */
function cmapFolder(): string | undefined {
  // The bundle lies in a folder, its chunks in one below.
  for (const beside of ['cmaps', '../cmaps']) {
    const folder = path.join(import.meta.dirname, beside);
    if (existsSync(folder)) return folder;
  }
  try {
    const home = createRequire(import.meta.url).resolve('pdfjs-dist/package.json');
    return path.join(path.dirname(home), 'cmaps');
  } catch {
    return undefined;
  }
}
