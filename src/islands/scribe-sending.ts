// How a form typed on the scribe's screen is sent, and what its fields say (scribe-screen.ts).
import type { Item, Outcome } from './scribe-queue.ts';

type Answer = { ok?: boolean; result?: Record<string, unknown>; title?: string; errors?: { message: string }[] };

const EXCERPT = 20;

/** Sends it under its own number. A network that is away, and a server that can't just now, are the same: later. */
export async function send(item: Item): Promise<Outcome> {
  if (!navigator.onLine) return { kind: 'away' };
  try {
    const response = await fetch(item.path, {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body: new URLSearchParams([...item.fields, ['once', item.id]]),
    });
    if (response.status === 401 || response.redirected) return { kind: 'signed-out' };
    if (response.status >= 500 || response.status === 429 || response.status === 408) return { kind: 'away' };
    const answer = (await response.json()) as Answer;
    if (response.ok && answer.ok === true) return { kind: 'done', result: answer.result };
    return { kind: 'refused', message: answer.errors?.[0]?.message ?? answer.title ?? String(response.status) };
  } catch {
    return { kind: 'away' };
  }
}

export function textOf(fields: Item['fields'], name: string): string {
  return fields.find(([key]) => key === name)?.[1] ?? '';
}

export function put(row: HTMLElement, selector: string, text: string): void {
  const part = row.querySelector(selector);
  if (part) part.textContent = text;
}

export function excerpt(text: string): string {
  const letters = [...text];
  return letters.length > EXCERPT ? `${letters.slice(0, EXCERPT).join('')}…` : text;
}

/** Goes to the newest row that has hands to count; what was counted before is written over, not continued. */
export function countHands(screen: HTMLElement): void {
  const agree = screen.querySelector<HTMLInputElement>('[data-rows] input[name="agree"]');
  agree?.focus();
  agree?.select();
}

export function openChanges(row: HTMLElement | null): void {
  const details = row?.querySelector('details');
  if (!details) return;
  details.open = true;
  details.querySelector<HTMLElement>('textarea')?.focus();
}

/** A number nobody else has; `randomUUID` is only there over HTTPS. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
