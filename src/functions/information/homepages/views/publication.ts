/** F1.3 Before something is published: what changes; now or later. Versions, compared and brought back; a link to look before. */
import { formWords, onceField } from '#commons/hubs/index.ts';
import { formatDateTime } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actButton, button, linkButton } from '#ui/button.ts';
import { diffView } from '#ui/diff-view.ts';
import { copyLink } from '#ui/disclosure.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden, textField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { list } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { link } from '#ui/prose.ts';
import { pageEditing, pageHref } from '../addresses.ts';
import { pageText } from '../block.ts';
import type { Draft, PageVersion } from '../draft-queries.ts';
import { words } from '../words.ts';

type Typed = Record<string, string>;

function draftText(draft: Draft): string {
  return pageText(
    draft.blocks as never,
    draft.blocks.flatMap((block) => block.files.map((file) => file.label)),
  );
}

export interface PublicationProps {
  lang: Lang;
  draft: Draft;
  typed: Typed;
  problem: Problem | undefined;
}

export function publicationMain({ lang, draft, typed, problem }: PublicationProps): Html {
  const w = words(lang).publication;
  const at = pageHref(draft.id);
  const errors = problem?.items ?? [];
  const f = formWords(lang);
  const changes =
    draft.words_shown === null
      ? html`<p>${w.first}</p>`
      : diffView({
          before: `${draft.title_shown ?? ''}\n\n${draft.words_shown}`,
          after: `${draft.title}\n\n${draftText(draft)}`,
          mode: 'inline',
          words: { ...w.diff, before: w.shownNow, after: w.draftNow },
        });
  const scheduled = draft.scheduled_at
    ? notice({
        tone: 'info',
        title: w.waits(formatDateTime(draft.scheduled_at, lang)),
        body: html`<p>${w.waitsText}</p>${actButton({ action: `${at}/unscheduling`, fields: onceField(), text: w.unschedule, small: true })}`,
      })
    : null;
  const isShown = draft.shown_version > 0 && draft.withdrawn_at === null;
  return html`${pageHead({ title: w.title(draft.title), lead: w.lead })}${scheduled}${section({ title: w.changes, children: changes })}${section(
    {
      title: w.when,
      children: form({
        action: `${at}/publication`,
        children: html`${onceField()}${hidden('draftVersion', draft.draft_version)}${textField({ name: 'at', label: w.at, hint: w.atHint, type: 'datetime-local', value: typed.at ?? '', error: errorAt(errors, 'at') }, f)}${textField({ name: 'changed', label: w.note, hint: w.noteHint, value: typed.changed ?? '', error: errorAt(errors, 'changed') }, f)}<p>${w.publicRecord}</p>`,
        buttons: html`${button({ text: w.submit, tone: 'main' })}${linkButton({ href: pageEditing(draft.id), text: w.back })}`,
      }),
    },
  )}${
    isShown &&
    section({
      title: w.takeDown,
      lead: w.takeDownLead,
      children: actButton({ action: `${at}/withdrawal`, fields: onceField(), text: w.takeDown, tone: 'danger' }),
    })
  }`;
}

export interface VersionsProps {
  lang: Lang;
  draft: Draft;
  versions: readonly PageVersion[];
  /** the one that is looked at, compared with the one before it */
  chosen: PageVersion | null;
}

function versionLine(one: PageVersion, { lang, draft }: VersionsProps): Html {
  const w = words(lang).versions;
  const when = formatDateTime(one.valid_from, lang, 'short');
  return html`${link(`${pageHref(draft.id)}/versions/${one.version}`, w.version(one.version))} <span class="meta">${one.cancelled_at ? w.cancelled(when, one.by) : w.from(when, one.by)}</span>${one.changed !== '' && html`<br>${one.changed}`}`;
}

export function versionsMain(props: VersionsProps): Html {
  const { lang, draft, versions, chosen } = props;
  const w = words(lang).versions;
  const all = versions.length === 0 ? html`<p>${w.none}</p>` : list(versions.map((one) => versionLine(one, props)));
  if (!chosen)
    return html`${pageHead({ title: w.title(draft.title), lead: w.lead })}${all}<p>${link(pageEditing(draft.id), words(lang).publication.back)}</p>`;
  const before = versions.find((one) => one.version < chosen.version);
  const text = (one: PageVersion) => `${one.title}\n\n${one.words}`;
  const diffWords = words(lang).publication.diff;
  const compared = (from: string, to: string, fromName: string, toName: string) =>
    diffView({ before: from, after: to, mode: 'inline', words: { ...diffWords, before: fromName, after: toName } });
  return html`${pageHead({ title: w.one(draft.title, chosen.version), lead: versionLine(chosen, props) })}${
    before &&
    section({
      title: w.sinceBefore(before.version),
      children: compared(text(before), text(chosen), w.version(before.version), w.version(chosen.version)),
    })
  }${section({
    title: w.toDraft,
    children: compared(
      text(chosen),
      `${draft.title}\n\n${draftText(draft)}`,
      w.version(chosen.version),
      words(lang).publication.draftNow,
    ),
  })}${section({
    title: w.restore,
    lead: w.restoreLead,
    children: actButton({
      action: `${pageHref(draft.id)}/versions/${chosen.version}/restoration`,
      fields: onceField(),
      text: w.restore,
    }),
  })}${section({ title: w.all, children: all })}`;
}

export interface PreviewLinkProps {
  lang: Lang;
  draft: Pick<Draft, 'id' | 'preview_until'>;
  /** told once, right after it was made */
  url: string | null;
}

/** What stands above a draft that is looked at by its editors. */
export function previewBar({ lang, draft, url }: PreviewLinkProps): Html {
  const w = words(lang).preview;
  const at = pageHref(draft.id);
  return notice({
    tone: 'warn',
    title: w.isDraft,
    body: html`<p>${link(pageEditing(draft.id), w.back)} ・ ${link(`${at}/publication`, w.publish)}</p>${
      url !== null && copyLink({ url, text: w.copy, done: w.copied, label: w.link, id: 'preview-link' })
    }${draft.preview_until && url === null && html`<p class="meta">${w.linkThere(formatDateTime(draft.preview_until, lang, 'short'))}</p>`}<div class="file-acts">${actButton({ action: `${at}/preview-links`, fields: onceField(), text: w.makeLink, small: true })}${
      draft.preview_until &&
      actButton({
        action: `${at}/preview-links/end`,
        fields: onceField(),
        text: w.endLinks,
        small: true,
        tone: 'quiet',
      })
    }</div>`,
  });
}
