export function copyReportFonts(root: string, target: string): void;
