import { describe, expect, it } from 'vitest';
import { createI18n } from '../../../../src/renderer/i18n/i18n';
import { ImportActions } from '../../../../src/renderer/screens/imports/ImportActions';
import { LANGUAGES } from '../../../../src/shared/contract/languages';
import { drawn, textOf } from '../../golden/drawn';

const nothing = () => undefined;
const actions = (importable: number, reading = false) => (
  <ImportActions
    importable={importable}
    reading={reading}
    busy={false}
    onImport={nothing}
    onDiscard={nothing}
  />
);
const commit = (page: string) => /<button[^>]*data-testid="import-commit"[^>]*>/.exec(page)?.[0];

describe.each(LANGUAGES)('in %s', (language) => {
  it('where nothing can be imported, the button counts no files and is described by why', async () => {
    const { t } = await createI18n(language);
    const page = await drawn(actions(0), language);
    expect(commit(page)).toContain('disabled=""');
    expect(textOf(page)).not.toContain('0');
    expect(textOf(page)).toContain(t('imports:commit/nothing'));
    const [, id] = /aria-describedby="([^"]+)"/.exec(commit(page) ?? '') ?? [];
    expect(page).toContain(`<span id="${id}"`);
  });

  it('nothing is said of files that are still being looked at', async () => {
    const { t } = await createI18n(language);
    const page = await drawn(actions(0, true), language);
    expect(commit(page)).toContain('disabled=""');
    expect(textOf(page)).not.toContain(t('imports:commit/nothing'));
  });

  it('counts what can be imported', async () => {
    const page = await drawn(actions(3), language);
    expect(commit(page)).not.toContain('disabled');
    expect(textOf(page)).toContain('3');
  });
});
