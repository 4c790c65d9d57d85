import type { GridLayout } from '../../shared/contract/grid-layout';
import { useSettings } from '../state/settings';

/** How a person arranged the columns of a grid; null: as they come. Remembered for the next time. */
export function useGridLayout(
  name: string,
): readonly [layout: GridLayout | null, change: (layout: GridLayout | null) => void] {
  const { settings, change } = useSettings();
  const kept = settings.grids[name];
  // An arrangement without columns is one that was taken back.
  const layout = kept && kept.columns.length > 0 ? kept : null;
  return [layout, (next) => change({ grids: { [name]: next ?? { columns: [], widths: {} } } })];
}
