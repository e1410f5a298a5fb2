/** F1.1 Public holidays of Japan, from a list that comes with the program. Loaded when somebody plans days: it is large. */

export interface Holidays {
  isHoliday(day: string): boolean;
  /** '' for a day that is none */
  nameOf(day: string, lang: 'ja' | 'en'): string;
}

interface Listed {
  name: string;
  name_en: string;
}

export async function holidays(): Promise<Holidays> {
  const loaded = await import('@holiday-jp/holiday_jp');
  const listed = loaded.default.holidays as unknown as Readonly<Record<string, Listed>>;
  return {
    isHoliday: (day) => day in listed,
    nameOf: (day, lang) => listed[day]?.[lang === 'en' ? 'name_en' : 'name'] ?? '',
  };
}
