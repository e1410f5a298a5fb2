/** X3: the button with which a thing is followed, on a page that may be kept for everybody: what differs is a part of its own. */
import { personalIn } from '#commons/hubs/index.ts';
import { withoutTails } from '#kernel/ids.ts';
import type { OwnRead } from '#kernel/web/personal-parts.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { button } from '#ui/button.ts';
import { disclosure } from '#ui/disclosure.ts';
import { hidden } from '#ui/fields.ts';
import { type Html, html } from '#ui/html.ts';
import { scopeOf } from './follow.ts';
import { words } from './words.ts';

/**
 * The button for one thing. `title` is kept with the follow, see `Followable.title`. Reads the reader's own choice only.
 * Put it below the heading of the thing's page.
 */
export function followPart(visit: Visit, thing: { kind: string; id: string; title: string }): Html {
  const scope: OwnRead<'all' | 'turns' | 'none' | null> = visit.ownRead((db, reader) =>
    scopeOf(db, reader.person.id, thing.id),
  );
  const back = withoutTails(visit.url.pathname);
  const w = words(visit.lang).follow;
  const personal = personalIn(visit);
  const once = personal.onceField();
  const fields = html`${hidden('kind', thing.kind)}${hidden('id', thing.id)}${hidden('title', thing.title)}${hidden('back', back)}`;
  const choice = (value: 'all' | 'turns' | 'none', text: string) =>
    button({ text, name: 'scope', value, small: true, ...(value === 'none' ? { tone: 'quiet' as const } : {}) });
  return personal.shared(
    (own) => ({ isSignedIn: own.reader !== null, scope: own.of(scope) }),
    (state) => {
      if (state.scope === null || state.scope === 'none')
        return html`<form class="act-form" method="post" action="/follows">${state.isSignedIn && once}${fields}${button({ text: w.follow, name: 'scope', value: 'all', icon: 'bell' })}</form>`;
      const other = state.scope === 'all' ? 'turns' : 'all';
      return disclosure({
        summary: w.following[state.scope],
        body: html`<form class="buttons" method="post" action="/follows">${once}${fields}${choice(other, w[other])}${choice('none', w.leave)}</form><p><a href="/follows">${w.toFollows}</a></p>`,
      });
    },
  );
}
