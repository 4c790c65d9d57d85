import { Button } from 'antd';
import type { DrawnChart } from '../charts/Chart';
import { pictureOf, type PictureFormat } from '../charts/picture';
import { bridge } from '../client/bridge';
import { ask, errorOf } from '../client/engine-query';
import { useWords } from '../i18n/use-words';
import { useNotices } from '../state/notices';
import './SavePicture.css';

/** Saves a chart as it stands on the page; in privacy mode without the numbers that are hidden. */
export function SavePicture({
  chart,
  name,
}: {
  readonly chart: DrawnChart | null;
  /** File name, without folder and ending. */
  readonly name: string;
}) {
  const { t } = useWords();
  const { show } = useNotices();
  const save = async (format: PictureFormat) => {
    if (chart === null) return;
    const path = await bridge().desktop.saveAs({
      title: t('charts:saveTitle'),
      suggestedName: `${name}.${format}`,
      filters: [{ name: format.toUpperCase(), extensions: [format] }],
    });
    if (path === null) return;
    const ground = getComputedStyle(document.documentElement).getPropertyValue('--surface').trim();
    const place = path.toLowerCase().endsWith(`.${format}`) ? path : `${path}.${format}`;
    await ask('pictures.write', {
      path: place,
      format,
      base64: await pictureOf(chart, format, ground),
    });
    show({
      tone: 'success',
      text: ({ t }) => t('charts:saved', { path: place }),
      action: {
        label: ({ t }) => t('export/show'),
        run: () => void bridge().desktop.showInFolder(place),
      },
    });
  };
  const attempt = (format: PictureFormat) => () => {
    save(format).catch((thrown: unknown) =>
      show({ tone: 'error', text: ({ error }) => error(errorOf(thrown)) }),
    );
  };
  return (
    <span className="save-picture">
      <Button size="small" disabled={chart === null} onClick={attempt('png')}>
        {t('charts:png')}
      </Button>
      <Button size="small" disabled={chart === null} onClick={attempt('svg')}>
        {t('charts:svg')}
      </Button>
    </span>
  );
}
