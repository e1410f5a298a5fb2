// F1.1: how an event of the demo town is written down.

export interface DemoEvent {
  /** name of a registered group, or the key of an organisation or a person of the cast */
  host: string;
  title: string;
  place: string;
  /** north and east on the grid of the outline */
  grid: [number, number] | null;
  tags: string;
  fee: string;
  capacity: string;
  access: string;
  /** of its first day, from today */
  day: number;
  from: string;
  to: string;
  /** 0 Sunday … 6 Saturday: the first such day from then on; null: whichever it is */
  weekday: number | null;
  /** weekly, fortnightly, monthly-weekday, monthly-last; '' once */
  repeat: string;
  count: string;
  fields: string;
  about: string;
}

/** One event a line, so that the whole programme can be read at once. */
export function eventLines(text: string): DemoEvent[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [host, title, place, grid, tags, fee, capacity, access, when, repeat, fields, about] = line.split(
        '|',
      ) as string[];
      const [day, from, to, weekday = ''] = when!.split(' ') as [string, string, string, string?];
      const [north, east] = grid!.split(' ').map(Number);
      const [rule = '', count = ''] = repeat!.split(' ');
      return {
        ...{ host: host!, title: title!, place: place!, tags: tags!, fee: fee!, capacity: capacity!, access: access! },
        grid: grid === '' ? null : [north!, east!],
        ...{
          day: Number(day),
          from,
          to,
          weekday: weekday === '' ? null : Number(weekday),
          repeat: rule,
          count,
          fields: fields!,
          about: about!,
        },
      };
    });
}
