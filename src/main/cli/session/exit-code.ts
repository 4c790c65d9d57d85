/** What a command tells the shell that called it. */
export const EXIT = {
  /** Done, and nothing differs by more than the threshold. */
  agreed: 0,
  /** Done, and something differs by more than the threshold. */
  differs: 1,
  /** It could not be done; standard error says why, in one line. */
  failed: 2,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
