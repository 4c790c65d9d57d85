import type { ChartColours } from '../../../src/renderer/charts/chart-colours';

/** A theme in which each colour is its own name. */
export const COLOURS: ChartColours = {
  ink: 'ink',
  muted: 'muted',
  rule: 'rule',
  total: 'total',
  over: 'over',
  under: 'under',
  accent: 'accent',
  attention: 'attention',
  surface: 'surface',
  font: 'font',
};
