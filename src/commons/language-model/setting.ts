/** X12: the model an operator may name for phrasing; none by default. */
import { readFileSync } from 'node:fs';

export interface LlmSettings {
  /** of an OpenAI-compatible service: https://llm.example/v1 */
  url: string;
  model: string;
  key: string | null;
}

/** @throws TypeError with what is wrong, for whoever reads the settings */
export function llmSettings(env: Record<string, string | undefined>): LlmSettings | null {
  const [url, model] = [env.MINNA_LLM_URL, env.MINNA_LLM_MODEL];
  const [key, file] = [env.MINNA_LLM_KEY, env.MINNA_LLM_KEY_FILE];
  if (!url) return null;
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new TypeError('MINNA_LLM_URL takes an address like https://llm.example.jp/v1');
  if (!model) throw new TypeError('MINNA_LLM_URL needs MINNA_LLM_MODEL');
  if (key && file) throw new TypeError('MINNA_LLM_KEY and MINNA_LLM_KEY_FILE say the same: only one of them');
  return { url: url.replace(/\/+$/, ''), model, key: file ? keyIn(file) : key || null };
}

function keyIn(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new TypeError(`MINNA_LLM_KEY_FILE: ${file} can't be read`);
  }
}

let opened: LlmSettings | null = null;

export function openLlm(settings: LlmSettings | null): void {
  opened = settings;
}

/** null: nothing is ever sent anywhere */
export function llm(): LlmSettings | null {
  return opened;
}
