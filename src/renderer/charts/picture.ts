import type { DrawnChart } from './Chart';

export const PICTURE_FORMATS = ['svg', 'png'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

/** Dots for each pixel of the page: sharp in print. */
const SCALE = 3;

/** UTF-8 text in base64. */
function base64Of(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(bytes.reduce((all, byte) => all + String.fromCharCode(byte), ''));
}

/** The chart as the bytes of a file, in base64. `ground` fills what the chart leaves free. */
export async function pictureOf(
  chart: DrawnChart,
  format: PictureFormat,
  ground: string,
): Promise<string> {
  const svg = base64Of(chart.svg());
  if (format === 'svg') return svg;
  const image = new Image();
  image.src = `data:image/svg+xml;base64,${svg}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = chart.width * SCALE;
  canvas.height = chart.height * SCALE;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('this window draws no pictures');
  pen.fillStyle = ground;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
}
