import { theme, type ThemeConfig } from 'antd';
import { isDark, type Appearance } from './appearance';

const SHARED = {
  borderRadius: 3,
  controlHeight: 30,
  // A target has at least 24 px (WCAG 2.5.8).
  controlHeightSM: 24,
  fontSize: 13,
  fontFamily: 'var(--sans)',
  wireframe: false,
  // A dialog that is still on its way in or out holds the keys of whoever does not wait for it.
  motion: false,
  boxShadowSecondary: '0 6px 24px rgb(0 0 0 / 14%)',
};

interface Colours {
  readonly accent: string;
  readonly onAccent: string;
  readonly ink: string;
  readonly surface: string;
  /** Of what lies over a screen. */
  readonly raised: string;
  readonly faint: string;
  /** Of what cannot be pressed now. */
  readonly off: string;
  readonly border: string;
  /** Of what cannot be pressed, where the usual shade of it is too weak for the look. */
  readonly disabled?: string;
}

/** The values of tokens.css once more: antd computes shades of them, so it needs the values themselves. */
const COLOURS: Readonly<Record<Appearance, Colours>> = {
  light: {
    accent: '#2c4f86',
    onAccent: '#ffffff',
    ink: '#1b2126',
    surface: '#ffffff',
    raised: '#ffffff',
    faint: '#656d75',
    off: '#8a9096',
    border: '#c6c2b7',
  },
  dark: {
    accent: '#9db8e8',
    onAccent: '#10151c',
    ink: '#e7e9eb',
    surface: '#1a1e22',
    raised: '#21262b',
    faint: '#98a1aa',
    off: '#7b838b',
    border: '#434b53',
  },
  contrast: {
    accent: '#00308f',
    onAccent: '#ffffff',
    ink: '#000000',
    surface: '#ffffff',
    raised: '#ffffff',
    faint: '#000000',
    off: '#595959',
    border: '#000000',
    disabled: '#5a5a5a',
  },
  'contrast-dark': {
    accent: '#a9c8ff',
    onAccent: '#000000',
    ink: '#ffffff',
    surface: '#000000',
    raised: '#0b0b0b',
    faint: '#ffffff',
    off: '#a8a8a8',
    border: '#ffffff',
    disabled: '#9a9a9a',
  },
};

/** antd's controls in the colours of tokens.css. */
export function antdTheme(appearance: Appearance): ThemeConfig {
  const colours = COLOURS[appearance];
  return {
    // One name for all places of a look: what stands in one is not worked out again for the next.
    cssVar: { key: `controls-${appearance}` },
    algorithm: isDark(appearance) ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      ...SHARED,
      colorPrimary: colours.accent,
      colorLink: colours.accent,
      colorTextBase: colours.ink,
      colorBgContainer: colours.surface,
      colorBgBase: colours.surface,
      colorBgElevated: colours.raised,
      colorTextPlaceholder: colours.faint,
      colorTextDisabled: colours.off,
      colorBorder: colours.border,
      ...(colours.disabled !== undefined && { colorTextDisabled: colours.disabled }),
      colorTextLightSolid: colours.onAccent,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    },
  };
}
