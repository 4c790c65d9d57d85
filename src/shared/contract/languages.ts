/** Languages of the window, the terminal and the reports. */
export const LANGUAGES = ['en', 'zh-CN', 'ko'] as const;
