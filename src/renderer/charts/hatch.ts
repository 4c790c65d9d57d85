/**
 * Slanting lines over a bar, so that two kinds of bars are told apart without their colours. The decal is ECharts'
 * own; `ground` shows between the lines.
 */
export function hatch(ground: string) {
  return {
    symbol: 'rect',
    color: ground,
    dashArrayX: [1, 0],
    dashArrayY: [2, 3],
    rotation: -Math.PI / 4,
  };
}
