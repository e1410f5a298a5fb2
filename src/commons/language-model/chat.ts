/**
 * F9.5, optional: one question to an OpenAI-compatible service, one answer. Whatever goes wrong there is an LlmFailed: bounded in time and
 * size, never followed elsewhere, and nobody's page fails because of it.
 */
import type { LlmSettings } from './setting.ts';

const LONGEST_MS = 30_000;
const MOST_BYTES = 512 * 1024;
const MOST_ASKED = 200_000;

/** Says for the log what happened; never shown to readers. */
export class LlmFailed extends Error {
  override readonly name = 'LlmFailed';
}

export interface Question {
  system: string;
  user: string;
}

/** The text of the first choice. @throws LlmFailed */
export async function chat(
  { url, model, key }: LlmSettings,
  { system, user }: Question,
  longestMs = LONGEST_MS,
): Promise<string> {
  if (system.length + user.length > MOST_ASKED) throw new LlmFailed('more than may be asked at once');
  const text = await answered(`${url}/chat/completions`, key, longestMs, {
    model,
    temperature: 0,
    response_format: { type: 'json_object' },
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: user },
    ],
  });
  return contentOf(text);
}

async function answered(url: string, key: string | null, longestMs: number, body: object): Promise<string> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(longestMs),
    });
    if (!response.ok) throw new LlmFailed(`answered with ${response.status}`);
    return await bounded(response);
  } catch (error) {
    if (error instanceof LlmFailed) throw error;
    throw new LlmFailed(`could not be asked: ${(error as Error).name}`);
  }
}

async function bounded(response: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of response.body ?? []) {
    bytes += piece.length;
    if (bytes > MOST_BYTES) throw new LlmFailed('answered at too great length');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function contentOf(text: string): string {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    throw new LlmFailed('answered with something else than JSON');
  }
  const content = (answer as { choices?: { message?: { content?: unknown } }[] } | null)?.choices?.[0]?.message
    ?.content;
  if (typeof content !== 'string' || content === '') throw new LlmFailed('answered without a text');
  return content;
}
