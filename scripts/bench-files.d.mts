/** `rows` usage rows of five minutes, as the Billing Center's usage detail prints them. */
export function writeUsage(path: string, rows: number): void;

/** Six rows a day, one of each tier, for each of so many applications, through so many days of 2023. */
export function writeYear(path: string, apps: number, days: number): void;
