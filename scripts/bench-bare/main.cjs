// The least that Electron can open: what a start of Recount is measured beside.
const { app, BrowserWindow } = require('electron');

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false });
  window.once('ready-to-show', () => window.show());
  return window.loadURL('data:text/html,<main data-bench="bare">bare</main>');
});
