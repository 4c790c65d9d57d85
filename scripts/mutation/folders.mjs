// The folders that are held to a mutation score, and where their reports go.

/** Folders of src/shared whose numbers end up in money: docs/mutation.md. */
export const FOLDERS = ['money', 'period', 'pricing', 'usage', 'drawdown', 'settlement'];

/** Where the figures of one folder go, below the checkout. */
export const reportOf = (folder, ending) => `reports/mutation/${folder}.${ending}`;
