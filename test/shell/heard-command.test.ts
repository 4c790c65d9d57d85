import { expect, it } from 'vitest';
import { heardCommand } from '../../src/main/shell/heard-command';
import type { DesktopCommand } from '../../src/shared/contract/desktop';

const open = (path: string): DesktopCommand => ({ command: 'open-path', path });

it('what is wished before the page listens is told when it does, once, and of several the last', () => {
  const said: DesktopCommand[] = [];
  const command = heardCommand((wish) => said.push(wish));
  command.tell(open('/a.recount'));
  command.tell(open('/b.recount'));
  expect(said).toEqual([]);
  command.listens();
  command.listens();
  expect(said).toEqual([open('/b.recount')]);
  command.tell(open('/c.recount'));
  expect(said).toEqual([open('/b.recount'), open('/c.recount')]);
});

it('a page that is loaded again hears what was wished meanwhile', () => {
  const said: DesktopCommand[] = [];
  const command = heardCommand((wish) => said.push(wish));
  command.listens();
  command.deaf();
  command.tell(open('/a.recount'));
  expect(said).toEqual([]);
  command.listens();
  expect(said).toEqual([open('/a.recount')]);
});
