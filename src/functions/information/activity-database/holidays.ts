/** F1.1 Names of the public holidays of a month. Loaded when a calendar is shown: the list is large. */

interface Listed {
  name: string;
}

/** `month`: YYYY-MM */
export async function holidaysOf(month: string): Promise<Map<string, string>> {
  const loaded = await import('@holiday-jp/holiday_jp');
  const listed = loaded.default.holidays as unknown as Readonly<Record<string, Listed>>;
  return new Map(Object.entries(listed).flatMap(([day, { name }]) => (day.startsWith(month) ? [[day, name]] : [])));
}
