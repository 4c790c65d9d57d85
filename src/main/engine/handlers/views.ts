import type { Handlers } from '../../../shared/contract/contract';
import type { EngineContext } from '../engine-context';
import { removeView, savedViews, saveView } from '../store/saved-views';

type ViewMethod = Extract<keyof Handlers, `views.${string}`>;

export function viewHandlers({
  session,
  writing,
  changed,
}: EngineContext): Pick<Handlers, ViewMethod> {
  return {
    'views.list': ({ grid }) => savedViews(session.require().readable, grid),
    'views.save': ({ name, view }) =>
      writing.run(() => {
        saveView(session.require().writable, name, view);
        changed('views');
        return {};
      }),
    'views.remove': ({ grid, name }) =>
      writing.run(() => {
        removeView(session.require().writable, grid, name);
        changed('views');
        return {};
      }),
  };
}
