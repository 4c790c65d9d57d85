/** `rows` usage rows of five minutes, as the Billing Center's usage detail prints them. */
export function writeUsage(path: string, rows: number): void;
