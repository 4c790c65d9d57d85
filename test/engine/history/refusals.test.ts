import Database from 'better-sqlite3';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { languageField } from '../../../src/shared/contract/fields';
import { sentence } from '../../../src/main/engine/locale/sentence';
import { verifyTrail } from '../../../src/main/engine/store/history/trail';
import { auditedSample, type AuditedSample } from '../decisions/sample-client';
import { opened, temporaryFolder } from '../workspace';
import { dump, lastImport } from './workspace-dump';

let sample: AuditedSample;
let path: string;
beforeEach(async () => {
  sample = await auditedSample();
  path = join(temporaryFolder(), 'month.recount');
  await sample.client.ask('workspace.saveCopy', { path });
});
afterEach(() => sample.client.engine.close());

/** Everything in the file, and where the history stands in it. */
async function whole() {
  const beside = opened(path);
  const content = dump(beside.readable, lastImport(beside.readable));
  beside.close();
  const { rows, undo, redo } = await sample.client.ask('history.list', { offset: 0, limit: 100 });
  return { content, rows, undo, redo };
}

/** Somebody who knows SQLite writes into the file while the program is open. */
function pastTheProgram(sql: string): void {
  const db = new Database(path);
  try {
    expect(db.prepare(sql).run().changes, sql).toBe(1);
  } finally {
    db.close();
  }
}

async function stateAccount(change: object): Promise<void> {
  const { json } = await sample.client.ask('account.get', {});
  const account = JSON.parse(json ?? '{}') as object;
  await sample.client.ask('account.set', { json: JSON.stringify({ ...account, ...change }) });
}

const saveView = (name: string) =>
  sample.client.ask('views.save', {
    name,
    view: {
      grid: 'bills',
      filter: { onlyFindings: true },
      sort: { by: 'day', descending: false },
      layout: null,
    },
  });

const SAID = {
  en: ['2023-06-01 – 2023-06-30', 'reopen the period first'],
  'zh-CN': ['2023-06-01 – 2023-06-30', '重新打开该期间'],
  ko: ['2023-06-01 – 2023-06-30', '해당 기간을 다시 여십시오'],
} as const;

describe('undo and redo under a whole seal', () => {
  const prepare = () =>
    sample.client.ask('signOff.prepare', { period: sample.period, name: 'Ann', note: '' });
  const sealed = async () =>
    (await sample.client.ask('signOff.state', { period: sample.period })).sealed;

  it('are refused where they would break it, in a sentence of every language, and move nothing', async () => {
    const { client } = sample;
    await prepare();
    const before = await whole();
    expect(before.undo).not.toBeNull();
    const error = await client.refusal('history.undo', {});
    expect(error).toMatchObject({
      code: 'history-sealed',
      params: { period: '2023-06-01 – 2023-06-30' },
    });
    for (const language of languageField.options) {
      const text = sentence(language, `errors:${error.code}`, error.params);
      for (const part of SAID[language]) expect(text).toContain(part);
      expect(text).not.toMatch(/[{}]/);
    }
    expect(await whole()).toEqual(before);
    expect(await sealed()).toBe(true);
    expect(client.faults).toEqual([]);
  });

  it('are refused for a decision that was undone before the signature, too', async () => {
    const { client, run, differences } = sample;
    const [row] = await differences(run.id);
    const rows = { ids: [row?.id ?? ''] };
    await client.ask('decisions.set', { runId: run.id, rows, verdict: 'dispute' });
    await client.ask('history.undo', {});
    await prepare();
    expect((await client.refusal('history.redo', {})).code).toBe('history-sealed');
    expect(await sealed()).toBe(true);
  });

  it('take back what the seal is not about', async () => {
    const { client } = sample;
    await prepare();
    await saveView('mine');
    expect((await client.ask('history.undo', {}))?.title).toBe('view-saved');
    expect((await client.ask('history.redo', {}))?.title).toBe('view-saved');
    expect(await sealed()).toBe(true);
  });

  it('go nowhere where one of many steps would break it', async () => {
    const { client } = sample;
    await stateAccount({ trial: null });
    await client.audit(sample.period);
    await prepare();
    await saveView('one');
    await saveView('two');
    const before = await whole();
    expect((await client.refusal('history.goTo', { step: 0 })).code).toBe('history-sealed');
    expect(await whole()).toEqual(before);
    // As far as the seal goes the way is free.
    const account = before.rows.find(
      (entry) => entry.kind === 'step' && /^account/.test(entry.title),
    );
    const step = account?.kind === 'step' ? account.id : -1;
    expect(await client.ask('history.goTo', { step })).toEqual({ undone: 2, redone: 0 });
  });

  it('make the seal whole again where a later step broke it', async () => {
    const { client } = sample;
    await prepare();
    await stateAccount({ trial: null });
    expect(await sealed()).toBe(false);
    // What is broken holds nothing back: this is the way to mend it.
    expect((await client.ask('history.undo', {}))?.title).toBe('account-trial');
    expect(await sealed()).toBe(true);
  });

  it('are free again when the period is reopened, and the signatures stay in the list', async () => {
    const { client, period } = sample;
    await prepare();
    await client.ask('signOff.reopen', { period, name: 'Bo', note: 'late file' });
    expect(await client.ask('history.undo', {})).not.toBeNull();
    const { rows } = await client.ask('history.list', { offset: 0, limit: 100 });
    expect(rows.flatMap((entry) => (entry.kind === 'mark' ? [entry.about] : []))).toContain(
      'signed',
    );
  });
});

describe('undo and redo of a workspace that was changed past the program', () => {
  beforeEach(async () => {
    await stateAccount({ trial: null });
    await saveView('mine');
  });

  const cases: readonly [name: string, sql: string][] = [
    [
      'the account says something else',
      "UPDATE account SET json = replace(json, 'trial', 'trail') WHERE id = 1",
    ],
    ['the account is gone', 'DELETE FROM account'],
    [
      'what was kept is another',
      "UPDATE step_rows SET changes = x'28b52ffd' WHERE step_id = (SELECT id FROM judgement_steps WHERE title = 'account-trial')",
    ],
    [
      'what was kept is cut',
      "UPDATE step_rows SET changes = substr(changes, 1, length(changes) - 1) WHERE step_id = (SELECT id FROM judgement_steps WHERE title = 'account-trial')",
    ],
    [
      'what was kept does not bear its hash',
      "UPDATE step_rows SET sha256 = hex(zeroblob(32)) WHERE step_id = (SELECT id FROM judgement_steps WHERE title = 'account-trial')",
    ],
  ];
  it.each(cases)('are refused: %s', async (_, sql) => {
    const { client } = sample;
    pastTheProgram(sql);
    const before = await whole();
    // The view, which nobody touched, is not undone on the way either.
    const error = await client.refusal('history.goTo', { step: (before.undo?.id ?? 0) - 2 });
    expect(error).toEqual({ code: 'history-overtaken', params: {} });
    expect(await whole()).toEqual(before);
    expect((await client.ask('history.undo', {}))?.title).toBe('view-saved');
    expect((await client.refusal('history.undo', {})).code).toBe('history-overtaken');
    for (const language of languageField.options)
      expect(sentence(language, 'errors:history-overtaken')).not.toMatch(/history-overtaken|[{}]/);
    expect(client.faults).toEqual([]);
  });

  it('are refused where somebody made a row that a redo brings back', async () => {
    const { client } = sample;
    await client.ask('history.undo', {});
    pastTheProgram("INSERT INTO saved_views VALUES ('bills', 'mine', '{}')");
    const before = await whole();
    expect((await client.refusal('history.redo', {})).code).toBe('history-overtaken');
    expect(await whole()).toEqual(before);
  });

  it('of what is whole leave a trail that verifies', async () => {
    await sample.client.ask('history.undo', {});
    await sample.client.ask('history.redo', {});
    expect(verifyTrail(opened(path).readable)).toMatchObject({ ok: true });
  });
});
