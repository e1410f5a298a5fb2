/** X4: whatever can come before a moderator has a name in every language, and can be looked for by it. */
import { describe, expect, test } from 'vitest';
import { moderatedKinds } from '#commons/moderation/kinds.ts';
import { kindName, SHOWN_KINDS } from '#commons/moderation/views/names.ts';
import { words } from '#commons/moderation/words.ts';
import { LANGS } from '#kernel/lang.ts';
import '../../src/modules.ts';

describe('X4 what is decided about', () => {
  test('is called by its name in queue, log and decisions', () => {
    expect(moderatedKinds()).toContain('group');
    for (const lang of LANGS) {
      const unnamed = moderatedKinds().filter((kind) => kindName(kind, lang) === words(lang).otherKind);
      expect([lang, unnamed]).toEqual([lang, []]);
    }
    expect(moderatedKinds().filter((kind) => !SHOWN_KINDS.includes(kind))).toEqual([]);
  });
});
