/** F7.3, X3: circles in feed and notices. */
import type { Happenings } from '#kernel/module.ts';
import { circlePath } from './addresses.ts';
import { eventWords } from './event-words.ts';
import { searchable } from './searchable.ts';

const turn = { followersOf: ['circle', 'group'] };

export const circlesHappenings: Happenings = {
  searchable,
  verbs: (lang) => eventWords(lang).verbs,
  followable: (lang) => ({ circle: { topic: eventWords(lang).topic } }),
  places: { circle: (event) => circlePath({ id: event.object_id, name: String(event.public.title ?? '') }) },
  notices: (lang) => {
    const w = eventWords(lang);
    return {
      'circles.joined': (f) => w.joined(String(f.circle ?? ''), String(f.group ?? '')),
      'circles.letter': (f) => w.letter(String(f.circle ?? ''), String(f.group ?? ''), String(f.title ?? '')),
    };
  },
  tells: { 'circles.founded': turn, 'circles.joined': { ...turn, small: true }, 'circles.closed': turn },
};
