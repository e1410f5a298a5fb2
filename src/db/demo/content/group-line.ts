// F7: how a registered group of the demo town is written down.

export interface DemoGroup {
  name: string;
  reading: string;
  kind: string;
  fields: string;
  areas: string;
  founded: string;
  memberCount: string;
  purpose: string;
}

/** One group a line, so that the whole register can be read at once. */
export function groupLines(text: string): DemoGroup[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [name, reading, kind, fields, areas, founded, memberCount, purpose] = line.split('|') as string[];
      return {
        name: name!,
        reading: reading!,
        kind: kind!,
        fields: fields!,
        areas: areas!,
        founded: founded!,
        memberCount: memberCount!,
        purpose: purpose!,
      };
    });
}
