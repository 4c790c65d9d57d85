/** The theme's colours as the page has them at this moment. */
export interface ChartColours {
  readonly ink: string;
  readonly muted: string;
  readonly rule: string;
  readonly total: string;
  readonly over: string;
  readonly under: string;
  readonly accent: string;
  readonly attention: string;
  readonly surface: string;
  readonly font: string;
}

export function chartColours(element: HTMLElement): ChartColours {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: colour('--ink'),
    muted: colour('--muted'),
    rule: colour('--rule-strong'),
    total: colour('--faint'),
    over: colour('--over'),
    under: colour('--under'),
    accent: colour('--accent'),
    attention: colour('--attention'),
    surface: colour('--surface'),
    // ECharts writes the font into an attribute as it stands: a double quote would end it.
    font: style.fontFamily.replaceAll('"', "'"),
  };
}

/**
 * Eight hues for parts that stand side by side, after Okabe and Ito: told apart by colour-blind readers, on
 * light and dark ground. What is "the rest" takes the quiet colour of the theme.
 */
export const PART_COLOURS = [
  '#0072b2',
  '#e69f00',
  '#009e73',
  '#cc79a7',
  '#56b4e9',
  '#d55e00',
  '#b8a900',
  '#7f6fb5',
] as const;
