/** The expected "no" of notices. Every code has words in all languages (words.*.ts). */
import { refuser } from '#kernel/refusal.ts';

export type NoticesRefusal = 'not-followable' | 'too-many-follows' | 'unknown-gateway' | 'too-many-devices';

export const refuse = refuser<NoticesRefusal>('notices');
