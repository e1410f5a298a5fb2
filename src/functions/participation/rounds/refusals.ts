import { refuser } from '#kernel/refusal.ts';
import type { MoveRefusal } from './moves.ts';

export const refuse = refuser<MoveRefusal>('rounds');
