/** Days as text, by the platform's own calendar. */
const asText = (date: Date) => date.toISOString().slice(0, 10);

const monthAndDay = (text: string) => text.split('-').map(Number);

export function dayAfter(text: string): string {
  const [year = 0, month = 0, day = 0] = monthAndDay(text);
  return asText(new Date(Date.UTC(year, month - 1, day + 1)));
}

export function nextMonth(text: string): string {
  const [year = 0, month = 0] = monthAndDay(text);
  return asText(new Date(Date.UTC(year, month, 1)));
}

export function everyDayOf(month: string): string[] {
  const days: string[] = [];
  for (let day = `${month}-01`; day.startsWith(month); day = dayAfter(day)) days.push(day);
  return days;
}
