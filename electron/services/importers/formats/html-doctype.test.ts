import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { buildReading } from '#core/text/reading.ts';
import { extractMetadata } from '#core/text/metadata/extract-metadata.ts';
import { withoutSubset } from './html-doctype.ts';
import { htmlDocument } from './html-document.ts';

const TEXT = '各地要把校舍安全摆在优先位置，落实工作责任，确保各项任务落到实处。';
const PAGE = `<html><body><p>校舍安全工作报告</p><p>${TEXT}</p></body></html>`;

const DOCTYPES = [
  '<!DOCTYPE html [ <!ENTITY x "y"> ]>',
  '<?xml version="1.0" encoding="utf-8"?>\n<!-- saved -->\n<!DOCTYPE html [<!ENTITY nbsp "&#160;"><!ENTITY b \'<b>"]>\'>\n]  >\n',
  '<!doctype html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"\n "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd" [\n<!-- ]> -->\n<!ATTLIST html a CDATA #IMPLIED>%all;]>',
  '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY a "哈哈">]>',
  "<!DOCTYPE html SYSTEM 'about:legacy-compat' []>",
];

describe('a page whose DOCTYPE declares entities', () => {
  it.each(DOCTYPES)('%j', (doctype) => {
    const { source, blocks } = htmlDocument(`${doctype}${PAGE}`);
    expect(source).toBe(`校舍安全工作报告\n${TEXT}`);
    expect(extractMetadata(source, { ...buildReading(source, 'txt', []), blocks }, 'txt').title).toBe(
      '校舍安全工作报告',
    );
  });

  it.each([
    ['without them', '<!DOCTYPE html>', ''],
    ['with such a rest in its text', `<!DOCTYPE html><p>甲</p>]>`, '甲\n]>\n'],
    ['with an element among them', '<!DOCTYPE html [ <p>甲</p> ]>', '甲\n]>\n'],
    ['that never ends', '<!DOCTYPE html [ <!ENTITY x "y"> 甲', '甲\n'],
    ['behind other text', '甲<!DOCTYPE html [ <!ENTITY x "y"> ]>', '甲 ]>\n'],
  ])('%s is read as before', (_, doctype, before) => {
    expect(htmlDocument(`${doctype}${PAGE}`).source).toBe(`${before}校舍安全工作报告\n${TEXT}`);
  });

  test('loses nothing else', () => {
    const part = fc.constantFrom(
      '<!DOCTYPE html',
      ' ',
      '[',
      ']',
      '>',
      '<!ENTITY x "',
      '"',
      "'",
      '<!--',
      '-->',
      '<p>',
      '文',
      '%a;',
    );
    fc.assert(
      fc.property(fc.constantFrom('', ...DOCTYPES), fc.array(part, { maxLength: 12 }), (doctype, parts) => {
        const page = `${doctype}${parts.join('')}${PAGE}`;
        const kept = withoutSubset(page);
        const lost = page.length - kept.length;
        let same = 0;
        while (same < kept.length && page[same] === kept[same]) same += 1;
        expect(page.slice(0, same) + page.slice(same + lost)).toBe(kept);
        if (lost > 0) expect(page).toMatch(/<!doctype\s[^[]*\[[^]*\]\s*>/iu);
        if (doctype !== '') expect(kept.endsWith(`${parts.join('')}${PAGE}`)).toBe(true);
      }),
    );
  });

  test('is not looked for in vain for long', () => {
    const many = '<!ENTITY x "'.repeat(100_000);
    for (const head of [many, '<!-- '.repeat(100_000), ' '.repeat(1_000_000), '<!A '.repeat(100_000)]) {
      const page = `<!DOCTYPE html [${head}`;
      expect(withoutSubset(page)).toBe(page);
    }
  });
});
