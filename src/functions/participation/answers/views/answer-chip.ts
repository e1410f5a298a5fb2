import type { Lang } from '#kernel/lang.ts';
import { type ChipTone, chip } from '#ui/chip.ts';
import type { Html } from '#ui/html.ts';
import { type AnswerKind, isAnswerKind } from '../answer.ts';
import { words } from '../words.ts';

const TONES: Readonly<Record<AnswerKind, ChipTone>> = {
  adopted: 'ok',
  partly: 'part',
  alternative: 'part',
  'under-study': 'info',
  'already-done': 'ok',
  'not-ours': 'no',
  declined: 'no',
};

/** The city's answer in one word; null while there is none. */
export function answerChip(kind: string | null, lang: Lang): Html | null {
  return isAnswerKind(kind) ? chip(TONES[kind], words(lang).kinds[kind]) : null;
}
