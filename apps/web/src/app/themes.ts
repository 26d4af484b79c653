import { theme, type ThemeConfig } from 'antd';

// Whoever asked the system for less motion gets none; a slow machine shows menus where they stay.
const MOVES = !window.matchMedia('(prefers-reduced-motion: reduce)').matches;

const SHAPE = { borderRadius: 4, fontSize: 14, motion: MOVES };
const STYLED = { zeroRuntime: true, hashed: false, cssVar: { key: 'furniture' } }; // by furniture.css: a page that writes its styles itself, part by part, draws in twice the time
const FLAT = { defaultShadow: 'none', primaryShadow: 'none' };

/** One accent, calm; the same names as looks.css, where the page's own colours stand. */
export const THEMES: Readonly<Record<'light' | 'dark', ThemeConfig>> = {
  light: {
    ...STYLED,
    token: {
      ...SHAPE,
      colorPrimary: '#0b3d33',
      colorLink: '#0b5d4e',
      colorError: '#b3261e',
      colorSuccess: '#1e6b2e',
      colorWarning: '#b45309',
      colorInfo: '#1558b0',
      colorTextSecondary: '#595959',
      colorTextTertiary: '#666666',
      colorTextDescription: '#595959',
      colorTextPlaceholder: '#6b6b6b',
      colorTextDisabled: '#6b6b6b',
      colorPrimaryBg: '#e2f0ec', // what is chosen: antd would make a near-black of so dark an accent
      colorPrimaryBgHover: '#d3e8e1',
      colorSuccessBg: '#e6f2e8', // as above: a grey
      colorSuccessBorder: '#9cc7a5',
      controlItemBgActive: '#e2f0ec',
      controlItemBgActiveHover: '#d3e8e1',
      colorBgLayout: '#f5f5f5',
    },
    components: {
      Menu: { itemSelectedBg: '#d9ece6', itemSelectedColor: '#0b3d33' },
      Button: FLAT,
      Badge: { colorError: '#b3261e' },
      Switch: { colorTextQuaternary: '#6b6b6b', colorTextTertiary: '#595959' }, // what is off has its word on it
    },
  },
  dark: {
    ...STYLED,
    algorithm: theme.darkAlgorithm,
    token: {
      ...SHAPE,
      colorPrimary: '#7fd1bd',
      colorLink: '#7fd1bd',
      colorError: '#ff8a80',
      colorSuccess: '#a5d6a7',
      colorWarning: '#ffb74d',
      colorInfo: '#90caf9',
      colorTextLightSolid: '#10211c', // what stands on the accent
      colorTextSecondary: '#c2c9c6',
      colorTextTertiary: '#b4bfbb',
      colorTextDescription: '#c2c9c6',
      colorTextPlaceholder: '#a3ada9',
      colorTextDisabled: '#a3ada9',
      colorPrimaryBg: '#17382f',
      colorPrimaryBgHover: '#1d4037',
      controlItemBgActive: '#17382f',
      controlItemBgActiveHover: '#1d4037',
      colorBgLayout: '#141414',
      colorBgContainer: '#1f1f1f',
    },
    components: {
      Menu: { itemSelectedBg: '#1d4037', itemSelectedColor: '#cfe5df' },
      Button: FLAT,
      Tooltip: { colorTextLightSolid: '#e8e8e8' },
      Badge: { colorError: '#ff8a80' },
      Switch: { colorTextQuaternary: '#a3ada9', colorTextTertiary: '#b4bfbb' },
    },
  },
};
