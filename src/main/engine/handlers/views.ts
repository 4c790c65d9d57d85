import type { Handlers } from '../../../shared/contract/contract';
import type { EngineContext } from '../engine-context';
import { recordStep } from '../store/history/record-step';
import { removeView, savedViews, saveView } from '../store/saved-views';

type ViewMethod = Extract<keyof Handlers, `views.${string}`>;

export function viewHandlers({
  session,
  writing,
  changed,
}: EngineContext): Pick<Handlers, ViewMethod> {
  const write = (title: 'view-saved' | 'view-removed', name: string, work: () => void) =>
    writing.run(async () => {
      await recordStep(session.require().writable, work, () => ({ title, params: { name } }));
      changed('views');
      return {};
    });
  return {
    'views.list': ({ grid }) => savedViews(session.require().readable, grid),
    'views.save': ({ name, view }) =>
      write('view-saved', name, () => saveView(session.require().writable, name, view)),
    'views.remove': ({ grid, name }) =>
      write('view-removed', name, () => removeView(session.require().writable, grid, name)),
  };
}
