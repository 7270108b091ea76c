import { encode } from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { ZhupiError } from '#core/base/app-error.ts';
import { decodeBytes } from './decode-bytes.ts';

const SIMPLIFIED = '海山县今年新建学校三十所，改善办学条件。\n一、主要目标：到二〇三五年建成教育强国。\n';
const TRADITIONAL = '海山縣今年新建學校三十所，改善辦學條件。\n一、主要目標：到二零三五年建成教育強國。\n';

function errorCode(bytes: Uint8Array): string {
  try {
    return `decoded as ${decodeBytes(bytes).encoding}`;
  } catch (error) {
    return error instanceof ZhupiError ? error.code : String(error);
  }
}

describe('decodeBytes', () => {
  test.each([
    ['UTF-8', 'utf8', SIMPLIFIED],
    ['UTF-8', 'utf8', TRADITIONAL],
    ['GBK', 'gbk', SIMPLIFIED],
    ['GBK', 'gbk', TRADITIONAL],
    ['GB18030', 'gb18030', `${SIMPLIFIED}䶮𠮷`],
    ['Big5', 'big5', TRADITIONAL],
    ['Big5-HKSCS', 'big5hkscs', `${TRADITIONAL}啲嘅`],
    ['UTF-16LE', 'utf-16le', SIMPLIFIED],
    ['UTF-16BE', 'utf-16be', TRADITIONAL],
    ['ASCII', 'utf8', 'Report 2023\r\n'],
  ])('%s (%s)', (name, encoding, text) => {
    const decoded = decodeBytes(encode(text, encoding));
    expect(decoded).toMatchObject({ text, encoding: name, undecodable: [] });
    expect(decoded.confidence).toBeGreaterThan(0.5);
  });

  test.each(['utf8', 'utf-16le', 'utf-16be', 'gb18030'])(
    'takes the byte order mark of %s off, nothing else',
    (encoding) => {
      const text = `\uFEFF\r\n${SIMPLIFIED}\r`;
      const bytes = encode(`\uFEFF${text}`, encoding, { addBOM: false });
      const decoded = decodeBytes(bytes);
      expect(decoded.text).toBe(text);
      expect(decoded.encoding).toMatch(/ \(BOM\)$/u);
    },
  );

  test('a UTF-8 file with a bad byte stays UTF-8, and the byte is kept', () => {
    const bytes = Buffer.concat([Buffer.from(SIMPLIFIED), Buffer.from([0xff]), Buffer.from('完')]);
    const decoded = decodeBytes(bytes);
    expect(decoded.encoding).toBe('UTF-8');
    expect(decoded.text).toBe(`${SIMPLIFIED}\uFFFD完`);
    expect(decoded.undecodable).toEqual([
      { offset: Buffer.byteLength(SIMPLIFIED), bytes: Uint8Array.of(0xff) },
    ]);
    expect(decoded.confidence).toBeLessThan(1);
  });

  test('a cut-off last character of GBK is one bad byte', () => {
    const bytes = encode(SIMPLIFIED.trim(), 'gbk');
    const decoded = decodeBytes(bytes.subarray(0, -1));
    expect(decoded.text).toBe(`${SIMPLIFIED.trim().slice(0, -1)}\uFFFD`);
    expect(decoded.undecodable).toEqual([{ offset: bytes.length - 2, bytes: Uint8Array.of(0xa1) }]);
  });

  test('a bad lead byte does not eat the line end behind it', () => {
    const bytes = Buffer.concat([
      encode(SIMPLIFIED, 'gbk'),
      Buffer.from([0xc4, 0x0a]),
      encode(SIMPLIFIED, 'gbk'),
    ]);
    expect(decodeBytes(bytes).text).toBe(`${SIMPLIFIED}\uFFFD\n${SIMPLIFIED}`);
  });

  test('a lone surrogate and an odd last byte of UTF-16 are kept beside the text', () => {
    const bytes = Buffer.from([0xff, 0xfe, 0x00, 0x4e, 0x00, 0xd8, 0x01, 0x4e, 0x02]);
    expect(decodeBytes(bytes)).toMatchObject({
      text: '一\uFFFD丁\uFFFD',
      undecodable: [
        { offset: 4, bytes: Uint8Array.of(0x00, 0xd8) },
        { offset: 8, bytes: Uint8Array.of(0x02) },
      ],
    });
  });

  test('a few odd bytes in an English text are marked', () => {
    const bytes = Buffer.concat([Buffer.from('A report on schools. '.repeat(40)), Buffer.from([0xe9, 0x20])]);
    expect(decodeBytes(bytes)).toMatchObject({ encoding: 'UTF-8', undecodable: [{ offset: 840 }] });
  });

  test('GBK that happens to be valid UTF-8, and accents that are UTF-8', () => {
    expect(decodeBytes(encode('平同志为', 'gbk'))).toMatchObject({ text: '平同志为', encoding: 'GBK' });
    for (const text of ['café · déjà vu · 20 °C', 'ǎ ǐ ǒ ǔ ǚ á é í ó ú', 'Привет, мир']) {
      expect(decodeBytes(Buffer.from(text))).toMatchObject({ text, encoding: 'UTF-8' });
    }
  });

  test('NULs in a text stay', () => {
    const text = `${SIMPLIFIED}\0${SIMPLIFIED}`;
    expect(decodeBytes(Buffer.from(text)).text).toBe(text);
  });

  describe('headlines of a few characters', () => {
    const simplified = [
      '政府工作报告',
      '通知',
      '目录',
      '谢谢',
      '喀什',
      '亳州',
      '沈阳',
      '简介',
      '王毅',
      '2023年',
      '①②③',
    ];
    const traditional = [
      '施政報告',
      '通知',
      '謝謝',
      '屏東',
      '彰化',
      '長照2.0',
      '名單',
      '香港',
      '王小明',
      '要聞',
    ];
    const table = `ID\tName\r\n${'1\titem-1\r\n'.repeat(300)}`;

    test.each([
      ...simplified.map((text) => ['gbk', text] as const),
      ...traditional.map((text) => ['big5', text] as const),
      ...[...simplified, ...traditional].map((text) => ['utf8', text] as const),
      ['gbk', '謝謝'],
      ['big5hkscs', '佢哋嘅'],
      ['gb18030', '龜兹𠮷𠀀㐀㐁'],
      ['utf8', '€100'],
      ['utf8', 'αβγ'],
    ] as const)('%s: %s', (encoding, text) => {
      for (const whole of [text, `${text}\r\n`, `<p>${text}</p>`, `${text}\0${text}`, table + text]) {
        expect(decodeBytes(encode(whole, encoding)).text).toBe(whole);
      }
    });

    test.each([...simplified, ...traditional].filter((text) => [...text].length > 3))(
      'UTF-16: %s',
      (text) => {
        for (const encoding of ['utf-16le', 'utf-16be']) {
          for (const whole of [text, `${text}\r\n`, `${text}\0${text}`]) {
            expect(decodeBytes(encode(whole, encoding))).toMatchObject({ text: whole, undecodable: [] });
          }
        }
      },
    );

    test.each(['Bush hid the facts', 'aNQg/ctQ2mZk', 'report', 'a,b;c', 'OK'])('%s is ASCII', (text) => {
      expect(decodeBytes(Buffer.from(text))).toMatchObject({ text, encoding: 'ASCII' });
    });
  });

  test.each([' '.repeat(2001), `<p>文${' '.repeat(2000)}字`])(
    'runs of spaces are ASCII, whatever follows',
    (text) => {
      expect(decodeBytes(Buffer.from(text)).text).toBe(text);
    },
  );

  test('fragments that were cut inside a character', () => {
    const gbk = encode(SIMPLIFIED, 'gbk');
    expect(decodeBytes(gbk.subarray(1))).toMatchObject({
      text: `\uFFFD${SIMPLIFIED.slice(1)}`,
      undecodable: [{ offset: 0, bytes: Uint8Array.from(gbk.subarray(1, 2)) }],
    });
    const utf16 = encode(SIMPLIFIED, 'utf-16le');
    expect(decodeBytes(utf16.subarray(0, -1))).toMatchObject({
      text: `${SIMPLIFIED.slice(0, -1)}\uFFFD`,
      encoding: 'UTF-16LE',
    });
    for (const utf8 of [Buffer.from('通知').subarray(1), Buffer.from('通知').subarray(0, 5)]) {
      expect(decodeBytes(utf8).encoding).toBe('UTF-8');
    }
  });

  test('rows of a frame in UTF-8 are no GBK', () => {
    const rows = '│    │    │    │    │\n│    │    │    │    │\n';
    expect(decodeBytes(Buffer.from(rows))).toMatchObject({ text: rows, encoding: 'UTF-8' });
  });

  test.each([
    ['a PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48]],
    ['a rich text', Array.from(Buffer.from('{\\rtf1\\ansi\\deff4 \\u25945?\\u32946?}'))],
    ['a zip', [0x50, 0x4b, 0x03, 0x04, 0x14, 0, 0, 0]],
    ['a program', [0x4d, 0x5a, 0x90, 0x00, 0x03, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, 0, 0]],
    ['zeros', Array.from({ length: 64 }, () => 0)],
  ])('%s is no text', (_what, bytes) => {
    expect(errorCode(Uint8Array.from(bytes))).toBe('file-not-text');
  });

  test('bytes that no encoding explains are refused', () => {
    const bytes = Uint8Array.from(
      { length: 4000 },
      (_none, index) => 0x80 + ((index * 89 + index ** 3) % 0x80),
    );
    expect(errorCode(bytes)).toBe('file-undecodable');
  });
});
