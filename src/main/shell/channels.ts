/** Names of the channels between the window and the shell. The preload listens to no others. */
export const CHANNELS = {
  invoke: 'recount:invoke',
  event: 'recount:event',
  chooseFiles: 'recount:choose-files',
  chooseFolder: 'recount:choose-folder',
  saveAs: 'recount:save-as',
  showInFolder: 'recount:show-in-folder',
  showLog: 'recount:show-log',
  nameHistory: 'recount:name-history',
  undoTyping: 'recount:undo-typing',
  dragOut: 'recount:drag-out',
  atStart: 'recount:at-start',
  changeSettings: 'recount:change-settings',
  settingsChanged: 'recount:settings-changed',
  command: 'recount:command',
  listens: 'recount:listens',
} as const;
