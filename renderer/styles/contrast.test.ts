import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CODE_COLOURS } from '#core/annotations/codes.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

type Tokens = ReadonlyMap<string, string>;

/** The tokens of a theme: those of the root, and over them its own. */
function tokensOf(theme: 'light' | 'sepia' | 'dark'): Tokens {
  const selectors = [':root', `:root[data-theme='${theme}']`];
  const entries = [...css.matchAll(/^([^\n{}@/*]+) \{([^}]*)\}/gmu)]
    .filter(([, selector]) => selectors.includes(selector?.trim() ?? ''))
    .flatMap(([, , body]) => [...(body ?? '').matchAll(/(--[\w-]+): ([^;]+);/gu)])
    .map(([, name, value]) => [name ?? '', value ?? ''] as const);
  return new Map(entries);
}

/** Relative luminance of #rrggbb (WCAG 2.2). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function rgbOf(hex: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}

/** Degrees on the circle of colours. */
function hue([r = 0, g = 0, b = 0]: readonly number[]): number {
  const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)];
  const span = most - least;
  if (span === 0) return 0;
  const sector = most === r ? (g - b) / span : most === g ? 2 + (b - r) / span : 4 + (r - g) / span;
  return (sector * 60 + 360) % 360;
}

function contrast(tokens: Tokens, front: string, back: string): number {
  const [a, b] = [front, back].map((name) => {
    const value = tokens.get(name) ?? '';
    expect(value, name).toMatch(/^#[0-9a-f]{6}$/u);
    return luminance(value);
  }) as [number, number];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** A token of the form rgb(r g b / a%) over an opaque one, as #rrggbb. */
function painted(tokens: Tokens, fill: string, over: string): string {
  const [, r, g, b, alpha] =
    /^rgb\((\d+) (\d+) (\d+) \/ (\d+)%\)$/u.exec(tokens.get(fill) ?? '')?.map(Number) ?? [];
  if (alpha === undefined) throw new Error(`${fill} is no translucent colour`);
  const back = tokens.get(over) ?? '';
  const mixed = [r ?? 0, g ?? 0, b ?? 0].map((front, at) => {
    const behind = Number.parseInt(back.slice(1 + 2 * at, 3 + 2 * at), 16);
    return Math.round((front * alpha + behind * (100 - alpha)) / 100);
  });
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

describe.each(['light', 'sepia', 'dark'] as const)('the %s theme', (theme) => {
  const tokens = tokensOf(theme);
  const surfaces = [
    '--paper',
    '--surface',
    '--surface-raised',
    '--surface-hover',
    '--surface-selected',
    '--track-knob',
  ];

  test.each(surfaces)('words can be read on %s', (surface) => {
    expect(contrast(tokens, '--ink', surface)).toBeGreaterThanOrEqual(7);
    expect(contrast(tokens, '--ink-quiet', surface)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(tokens, '--vermilion', surface)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['--paper', '--surface', '--surface-raised'])('faint words can be read on %s', (surface) => {
    expect(contrast(tokens, '--ink-faint', surface)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(tokens, '--good', surface)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['--paper', '--surface-hover'])('what repairs leave to the user can be read on %s', (surface) => {
    expect(contrast(tokens, '--asks', surface)).toBeGreaterThanOrEqual(4.5);
  });

  test.each([...CODE_COLOURS, 'other'])('what is marked %s can be seen, and its words read', (colour) => {
    for (const surface of [
      '--paper',
      '--surface',
      '--surface-raised',
      '--surface-hover',
      '--surface-selected',
    ]) {
      expect(contrast(tokens, `--code-${colour}`, surface)).toBeGreaterThanOrEqual(3);
    }
    const fill = painted(tokens, `--code-${colour}-fill`, '--paper');
    expect(contrast(new Map([...tokens, ['fill', fill]]), '--ink', 'fill')).toBeGreaterThanOrEqual(7);
    expect(contrast(new Map([...tokens, ['fill', fill]]), 'fill', '--paper')).toBeGreaterThan(1.09);
  });

  test.each([...CODE_COLOURS, 'other'])('a swatch of %s has the hue of what it marks', (colour) => {
    const body = tokens.get(`--code-${colour}-body`) ?? '';
    const own = /^var\((--[\w-]+)\)$/u.exec(body)?.[1];
    const [, r, g, b] = /^rgb\((\d+) (\d+) (\d+)/u.exec(tokens.get(`--code-${colour}-fill`) ?? '') ?? [];
    const apart = Math.abs(hue(rgbOf(tokens.get(own ?? '') ?? body)) - hue([r, g, b].map(Number)));
    expect(Math.min(apart, 360 - apart)).toBeLessThan(14);
    // A dark gold is no yellow: by lightness, not by hue.
    if (colour === 'yellow') {
      expect(luminance(tokens.get(own ?? '') ?? body)).toBeGreaterThan(0.5);
    }
  });

  test('choices can be read on their track', () => {
    expect(contrast(tokens, '--ink-quiet', '--track')).toBeGreaterThanOrEqual(4.5);
  });

  test('words can be read on vermilion', () => {
    expect(contrast(tokens, '--on-vermilion', '--vermilion')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(tokens, '--on-vermilion', '--vermilion-strong')).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['--paper', '--surface', '--surface-raised'])(
    'borders of controls can be seen on %s',
    (surface) => {
      expect(contrast(tokens, '--line-strong', surface)).toBeGreaterThanOrEqual(3);
      expect(contrast(tokens, '--focus', surface)).toBeGreaterThanOrEqual(3);
    },
  );
});
