import { lazy, type ComponentType, type ReactNode } from 'react';

const controls = () => import('../theme/Controls');

/** A part of the window that is loaded when it is first shown, together with the controls it is made of. */
export function onDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  return lazy(async () => {
    const [Part, { Controls }] = await Promise.all([load(), controls()]);
    const Controlled = (props: Props): ReactNode => (
      <Controls>
        <Part {...props} />
      </Controls>
    );
    return { default: Controlled };
  });
}

/** Runs `work` once what is drawn now is on the screen. Returns what calls it off. */
export function afterPicture(work: () => void): () => void {
  let later: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    later = setTimeout(work);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(later);
  };
}

/** Loads what most people go to next, once there is nothing else to do. */
export function loadWhenIdle(...parts: readonly (() => Promise<unknown>)[]): void {
  requestIdleCallback(() => {
    for (const part of [controls, ...parts]) void part();
  });
}
