import { describe, expect, test } from 'vitest';
import { CODE, filesIn } from './reading/files.ts';

/** Asks for words of several lines. */
const ASKS = /\btextArea\(|\bas: 'area'/;

/**
 * What a form says of the record before it is sent: one of the two sentences of the house, the form that brings them, or a panel that lists
 * what follows.
 */
const SAYS = /\b(publicRecord|lastingRecord)\(|\bw\.publicRecord\b|\bconsequences[:=]|from '\.\/(views\/)?forms\.ts'/;

/** Forms whose words nobody but those named here reads; each says who. */
const READ_BY_FEW: Readonly<Record<string, string>> = {
  'src/commons/hubs/routes.ts': 'a report of a mistake: the secretariat',
  'src/commons/accounts/views/account.ts': 'says of oneself what can be changed and emptied at any time',
  'src/commons/actors/views/organisation-form.ts': 'the same of an organisation',
  'src/commons/moderation/views/report.ts': 'the moderators',
  'src/commons/moderation/views/own-report.ts': 'the moderators',
  'src/commons/moderation/views/decision.ts': 'an appeal: the moderators',
  'src/commons/moderation/views/claim.ts': 'the moderators, and whoever is claimed against',
  'src/commons/hubs/views/decision-fields.ts': 'fields of the forms of rules and functions, which say it',
  'src/functions/participation/plans/views/comments.ts':
    'says in a list of its own what becomes public and what is erased',
  'src/functions/participation/answers/views/draft.ts':
    'inside the city, until the answer is published by its own form',
  'src/functions/participation/meetings/views/scribe.ts': 'what was said aloud in public, by those who said it',
  'src/functions/participation/meetings/views/scribe-row.ts': 'the same',
  'src/functions/participation/proposals/views/request.ts': 'a word to whoever asked',
  'src/functions/participation/proposals/views/town-map.ts': 'an outline, not words',
  'src/functions/registration/circles/views/pages.ts': 'letters: the members; founding says it',
  'src/functions/registration/eligibility/views/standing.ts': 'those who check, and the group',
  'src/functions/registration/eligibility/views/checks.ts': 'the group, and those who check',
  'src/functions/registration/patronage/views/pages.ts':
    'the group and the office; says itself what is public once granted',
  'src/functions/information/entries/act-routes.ts': 'a reason, in a panel that lists what follows',
  'src/functions/information/entries/views/letters.ts': 'a letter: its two sides',
  'src/functions/information/site-contact/views/contact.ts': 'a message: the group; says so itself',
  'src/functions/information/homepages/fields.ts': 'fields of the parts of a draft; the form around them says it',
  'src/functions/registration/ties/views/messages.ts': 'a letter: the two groups',
  'src/functions/registration/groups/claim-routes.ts': 'the secretariat',
  'src/functions/registration/groups/views/forms.ts':
    'fields of every form; `note` says it, the declaration in its last step',
  'src/functions/participation/proposals/views/place-fields.ts': 'fields of the proposal’s form, which says it',
  'src/functions/participation/proposals/views/merge.ts': 'lists what follows in the panel above its buttons',
};

describe('X13 what becomes public record', () => {
  const asking = filesIn(CODE).filter(
    ({ path, text }) =>
      /^src\/(commons|functions|channels)\//.test(path) && !path.endsWith('.test.ts') && ASKS.test(text),
  );

  test('is said on every form that asks for words others will read', () => {
    expect(asking.length).toBeGreaterThan(40);
    const silent = asking.filter(({ path, text }) => !SAYS.test(text) && !(path in READ_BY_FEW));
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  test('each exception is still a form', () => {
    const paths = new Set(asking.map(({ path }) => path));
    expect(Object.keys(READ_BY_FEW).filter((path) => !paths.has(path))).toEqual([]);
  });
});
