import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

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

function contrast(tokens: Tokens, front: string, back: string): number {
  const [a, b] = [front, back].map((name) => {
    const value = tokens.get(name) ?? '';
    expect(value, name).toMatch(/^#[0-9a-f]{6}$/u);
    return luminance(value);
  }) as [number, number];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
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
