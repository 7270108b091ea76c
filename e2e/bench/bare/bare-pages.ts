import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { checkout } from '../../launch.ts';
import type { Sample } from '../bench-files.ts';

/** A folder that Electron runs as a program, and the addresses of its pages. */
export interface BarePages {
  readonly folder: string;
  readonly empty: string;
  readonly small: string;
  readonly large: string;
  /** opencc-js alone as a script, with the global `OpenCC`. */
  readonly opencc: string;
}

/** Writes the bare program: an empty page and one page a sample, a `<p>` a paragraph under the style sheet of the app. */
export async function writeBarePages(
  folder: string,
  samples: { readonly small: Sample; readonly large: Sample },
): Promise<BarePages> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'bare', version: '1.0.0', main: 'main.cjs' }),
  );
  copyFileSync(path.join(import.meta.dirname, 'main.cjs'), path.join(folder, 'main.cjs'));
  const styles = builtStyles();
  const write = (name: string, body: string): string => {
    const file = path.join(folder, name);
    writeFileSync(file, `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8">${body}</html>`);
    return pathToFileURL(file).href;
  };
  const article = ({ paragraphs }: Sample): string =>
    `<style>${styles}</style><style>${PLAIN}</style></head><body>` +
    `<div class="bare"><article class="zhupi-article"><div class="zhupi-piece">${paragraphs.map(paragraph).join('')}</div></article></div></body>`;
  return {
    folder,
    empty: write('empty.html', '<title>bare</title></head><body><p>empty</p></body>'),
    small: write('small.html', article(samples.small)),
    large: write('large.html', article(samples.large)),
    opencc: await bundleOpenCc(path.join(folder, 'opencc.js')),
  };
}

/** The article scrolls in a box, as in the app; the style sheet's own rules ask for blocks in a group, so there is one. */
const PLAIN = `
  .bare { height: 100vh; overflow: auto; }
  .zhupi-piece > p { contain-intrinsic-block-size: auto 3lh; }`;

function paragraph(text: string): string {
  return `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`;
}

function builtStyles(): string {
  const assets = path.join(checkout, 'out', 'app', 'renderer', 'assets');
  const sheets = readdirSync(assets).filter((name) => name.endsWith('.css'));
  return sheets.map((name) => readFileSync(path.join(assets, name), 'utf8')).join('\n');
}

async function bundleOpenCc(outfile: string): Promise<string> {
  const contents = `export { Converter } from 'opencc-js';`;
  await build({
    stdin: { contents, resolveDir: checkout },
    bundle: true,
    minify: true,
    format: 'iife',
    globalName: 'OpenCC',
    platform: 'browser',
    outfile,
  });
  return outfile;
}
