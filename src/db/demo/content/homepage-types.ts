// F1.3: how a homepage of the demo town is written down.

/** A drawing of ../attachments (without `site-`), and what can be seen on it. */
export type DemoPicture = readonly [file: string, label: string];

export interface DemoPost {
  /** negative: it is scheduled for a day to come */
  daysAgo: number;
  title: string;
  text: string;
  picture?: DemoPicture;
}

export interface DemoHomepage {
  /** key of the group in the cast */
  group: string;
  /** short name in its address */
  key: string;
  theme: 'plain' | 'soft' | 'washi' | 'bold' | 'board' | 'night';
  colour: string;
  tagline: string;
  header: DemoPicture;
  about: string;
  quote: readonly [text: string, by: string];
  activities: string;
  /** rows of the table of what happens when */
  times: readonly (readonly string[])[];
  gallery: readonly DemoPicture[];
  /** where it meets: words, and a point on the grid of the town's outline */
  place: readonly [words: string, at: readonly [north: number, east: number], way: string];
  support: string;
  /** a page below the first: how it came about */
  history?: string;
  /** what those who are named do in the group */
  roles: readonly string[];
  posts: readonly DemoPost[];
}
