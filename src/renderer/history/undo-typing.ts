import { bridge } from '../client/bridge';
import { isTextField } from '../decisions/verdict';

/** Where a person is typing, the menu's undo is the field's own. False: nobody is. */
export function undoTyping(direction: 'undo' | 'redo'): boolean {
  if (!isTextField(document.activeElement)) return false;
  void bridge().desktop.undoTyping(direction);
  return true;
}
