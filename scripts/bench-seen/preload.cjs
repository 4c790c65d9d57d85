// Says when what is waited for is in the page: the drop zone of Recount's first screen, or the text of the bare page.
const { ipcRenderer } = require('electron');

const observer = new MutationObserver(() => {
  if (!document.querySelector('[data-testid="drop-zone"], [data-bench="bare"]')) return;
  observer.disconnect();
  ipcRenderer.sendSync('bench:seen', performance.timeOrigin + performance.now());
});
observer.observe(document, { childList: true, subtree: true });
