// F1.1: how something posted to the activity database of the demo town is written down.

export interface DemoEntry {
  kind: string;
  /** key of whoever posts it */
  by: string;
  daysAgo: number;
  fields: string;
  districts: string;
  audience: string;
  /** yen; '' says nothing */
  fee: string;
  title: string;
  body: string;
  tags: string;
  /** what its kind asks beside; `ends`, `starts`: days from today, `at`: a point of the grid of the map */
  more: Readonly<Record<string, string>>;
}

/** One a line: kind|by|days ago|fields|districts|audience|fee|title|body|tags|name=text;name=text. */
export function entryLines(text: string): DemoEntry[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [kind, by, daysAgo, fields, districts, audience, fee, title, body, tags, more] = line.split(
        '|',
      ) as string[];
      return {
        kind: kind!,
        by: by!,
        daysAgo: Number(daysAgo),
        fields: fields!,
        districts: districts!,
        audience: audience!,
        fee: fee!,
        title: title!,
        body: body!.replaceAll('／', '\n\n'),
        tags: tags!,
        more: Object.fromEntries(
          (more ?? '').split(';').flatMap((one) => (one ? [one.split('=') as [string, string]] : [])),
        ),
      };
    });
}
