/** `summary.csv`: lines of a key and a value; what the conversation was about, and where it was held. */
import { normalise, normaliseLine } from '#kernel/text.ts';
import { columnName } from './columns.ts';
import { BODY_MAX, type SourceFile, TITLE_MAX } from './conversation.ts';
import { csvRecords, type Reading } from './records.ts';

export interface Summary {
  /** '' where the file doesn't say */
  topic: string;
  about: string;
  url: string;
}

export const NO_SUMMARY: Summary = { topic: '', about: '', url: '' };

/** Values may have commas and lines. Keys that nobody knows are passed over. */
export async function readSummary(file: SourceFile, reading: Reading): Promise<Summary> {
  const values = new Map<string, string>();
  for await (const { cells } of csvRecords(file, reading)) {
    const [key = '', ...value] = cells;
    values.set(columnName(key), value.join(','));
  }
  return {
    topic: cut(normaliseLine(values.get('topic') ?? ''), TITLE_MAX),
    about: cut(normalise(values.get('conversation-description') ?? ''), BODY_MAX),
    url: webAddress(values.get('url') ?? '') ?? '',
  };
}

/** An address of a page, as it is written; null for anything else. */
export function webAddress(text: string): string | null {
  const address = text.trim();
  const parsed = URL.canParse(address) ? new URL(address) : null;
  return parsed && ['https:', 'http:'].includes(parsed.protocol) && !/\s/.test(address) ? address : null;
}

function cut(text: string, length: number): string {
  return [...text].slice(0, length).join('');
}
