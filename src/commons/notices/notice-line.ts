/** X3: from a notice to what a list and a letter say of it. */
import { eventLine, noticeWords } from '#commons/happenings/index.ts';
import type { Lang } from '#kernel/lang.ts';
import type { ShownNotice } from './queries.ts';
import { words } from './words.ts';

export interface NoticeLine {
  title: string;
  text: string;
  /** not percent-encoded */
  href: string | null;
}

export function noticeLine(notice: ShownNotice, lang: Lang): NoticeLine {
  if (notice.verb !== null) {
    const { verb, at, actor_name, title, href } = notice;
    const line = eventLine({ verb, at, actor_name, object_kind: '', object_id: '', public: { title } }, lang);
    // What has no title of its own is called by what happened.
    return title === '' ? { title: line.text, text: '', href } : { title, text: line.text, href };
  }
  const said = noticeWords(notice.kind, lang)?.(notice.facts);
  return { title: said?.subject ?? words(lang).list.gone, text: said?.text ?? '', href: notice.href };
}
