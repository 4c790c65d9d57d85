import { theme, type ThemeConfig } from 'antd';

const SHARED = {
  borderRadius: 3,
  controlHeight: 30,
  fontSize: 13,
  fontFamily: 'var(--sans)',
  wireframe: false,
  motionDurationMid: '0.1s',
  motionDurationSlow: '0.15s',
  boxShadowSecondary: '0 6px 24px rgb(0 0 0 / 14%)',
};

/** antd's controls in the colours of tokens.css; it computes shades, so it needs the values themselves. */
export function antdTheme(appearance: 'light' | 'dark'): ThemeConfig {
  const dark = appearance === 'dark';
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      ...SHARED,
      colorPrimary: dark ? '#9db8e8' : '#2c4f86',
      colorTextBase: dark ? '#e7e9eb' : '#1b2126',
      colorBgContainer: dark ? '#1a1e22' : '#ffffff',
      colorBgBase: dark ? '#1a1e22' : '#ffffff',
      colorTextPlaceholder: dark ? '#8a939c' : '#767e87',
      colorBorder: dark ? '#434b53' : '#c6c2b7',
      colorTextLightSolid: dark ? '#10151c' : '#ffffff',
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    },
  };
}
