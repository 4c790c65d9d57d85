import { expect } from '@playwright/test';
import { Differences } from './models/differences';
import { Frame } from './models/frame';
import { Screen } from './models/screen';
import { test } from './recount-window';

test('the sample keeps its names when the language is changed, says so, and is made anew where nothing was done', async ({
  recount,
}) => {
  const frame = new Frame(recount);
  const account = recount.part('workspaces');
  await recount.openSample();
  await expect(account).toContainText('Sample Cloud Classroom');

  await frame.speak('ko');
  await expect(recount.part('notice')).toContainText('English');
  await expect(account).toContainText('Sample Cloud Classroom');
  // Back in the language of the names there is nothing to say.
  await frame.speak('en');
  await expect(recount.part('notice')).toHaveCount(0);

  // Who goes on has read it.
  await frame.speak('ko');
  await expect(recount.part('notice')).toContainText('English');
  await new Screen(recount, 'usage').open();
  await expect(recount.part('notice')).toHaveCount(0);
  await frame.speak('en');

  await frame.speak('ko');
  await recount.part('notice').getByRole('button', { name: '한국어로 다시 열기' }).click();
  await expect(account).toContainText(/\p{Script=Hangul}/u);
  await expect(recount.part('notice')).toHaveCount(0);
  await expect(recount.part('headline-billed')).toContainText(/\d/);

  // What was decided is not left behind for a name.
  const differences = await new Differences(recount).open();
  await differences.explain(0);
  await differences.decide('a');
  await expect.poll(() => recount.decided()).toBe(1);
  await frame.speak('zh-CN');
  await expect(recount.part('notice')).toContainText('한국어');
  await expect(recount.part('notice').getByRole('button', { name: '重新打开' })).toHaveCount(0);
  await new Screen(recount, 'overview').open();
});
