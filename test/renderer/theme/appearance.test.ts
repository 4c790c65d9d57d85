import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appearanceOf } from '../../../src/renderer/theme/appearance';

const css = readFileSync(
  join(import.meta.dirname, '../../../src/renderer/theme/tokens.css'),
  'utf8',
);

function tokensOf(selector: string): Record<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`));
  const body = block.slice(0, block.indexOf('\n}'));
  return Object.fromEntries(
    [...body.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1], match[2]]),
  ) as Record<string, string>;
}

const THEMES = {
  light: tokensOf(':root'),
  dark: tokensOf(":root[data-theme='dark']"),
  contrast: tokensOf(":root[data-theme='contrast']"),
  'contrast-dark': tokensOf(":root[data-theme='contrast-dark']"),
};

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const TEXTS = ['ink', 'muted', 'faint', 'accent', 'over', 'under', 'attention'];
const GROUNDS = ['paper', 'surface', 'raised', 'accent-soft'];
const pairs = Object.entries(THEMES).flatMap(([theme, tokens]) =>
  TEXTS.flatMap((text) => GROUNDS.map((ground) => ({ theme, text, ground, tokens }))),
);

describe('the looks of the window', () => {
  it.each(pairs)('$theme: $text can be read on $ground', ({ theme, text, ground, tokens }) => {
    const least = theme.startsWith('contrast') ? 7 : 4.5;
    expect(contrast(tokens[text] ?? '', tokens[ground] ?? '')).toBeGreaterThanOrEqual(least);
  });

  it('over and under differ in lightness or hue for those who do not see red and green', () => {
    // Blue minus red-green mean: the axis that red-green colour blindness leaves.
    const axis = (hex: string) => {
      const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
        parseInt(hex.slice(at, at + 2), 16),
      );
      return blue - (red + green) / 2;
    };
    for (const { over = '', under = '' } of Object.values(THEMES))
      expect(Math.abs(axis(over) - axis(under))).toBeGreaterThan(30);
  });

  it('follow the system where they are told to, and only there', () => {
    const dark = { dark: true, contrast: false, forced: false };
    const contrasted = { dark: false, contrast: true, forced: false };
    expect(appearanceOf('system', dark)).toBe('dark');
    expect(appearanceOf('system', contrasted)).toBe('contrast');
    expect(appearanceOf('system', { dark: true, contrast: true, forced: false })).toBe(
      'contrast-dark',
    );
    expect(appearanceOf('light', { dark: true, contrast: true, forced: false })).toBe('light');
    expect(appearanceOf('dark', contrasted)).toBe('dark');
    expect(appearanceOf('contrast', dark)).toBe('contrast-dark');
    expect(appearanceOf('contrast', { dark: false, contrast: false, forced: false })).toBe(
      'contrast',
    );
  });

  it('stand out on the system’s own ground where its colours are forced, whatever was chosen', () => {
    for (const theme of ['light', 'dark', 'system'] as const) {
      const wishes = { contrast: false, forced: true };
      expect(appearanceOf(theme, { ...wishes, dark: true })).toBe('contrast-dark');
      expect(appearanceOf(theme, { ...wishes, dark: false })).toBe('contrast');
    }
  });
});
