/** F1.3 The editor of a page: its blocks as they will look, each with what can be done to it; and what follows from a draft. */
import { onceField } from '#commons/hubs/index.ts';
import { formatDateTime } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { colon, type Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actButton, button, buttons, linkButton } from '#ui/button.ts';
import { chip, chips } from '#ui/chip.ts';
import { disclosure } from '#ui/disclosure.ts';
import { form, hidden } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { list } from '#ui/list.ts';
import { fieldHtml } from '../../../registration/groups/index.ts';
import { blockPath, blockPlace, editingPath, pageHref } from '../addresses.ts';
import { blockText, FILES_ON, fileKindOn, MOST_BLOCKS } from '../block.ts';
import type { Draft, DraftedBlock, EditLine } from '../draft-queries.ts';
import { isAsPublished } from '../rules.ts';
import { words } from '../words.ts';
import { kindChoice, MORE } from './block-form.ts';
import { type BlockProps, blockHtml } from './blocks.ts';

export interface EditorProps extends BlockProps {
  draft: Draft;
  edits: readonly EditLine[];
  typed: Record<string, string>;
  problem: Problem | undefined;
}

/** Where a page stands: draft, published, waiting, taken down. */
export function pageState(
  page: Pick<Draft, 'shown_version' | 'scheduled_at' | 'withdrawn_at' | 'last_act'>,
  lang: Lang,
): Html | null {
  const w = words(lang).states;
  const isShown = page.shown_version > 0 && page.withdrawn_at === null;
  return chips([
    page.withdrawn_at ? chip('no', w.withdrawn) : isShown ? chip('ok', w.shown) : chip('part', w.draft),
    page.scheduled_at ? chip('info', w.scheduled(formatDateTime(page.scheduled_at, lang, 'short'))) : false,
    isShown && !isAsPublished(page) ? chip('part', w.changed) : false,
  ]);
}

function bar(block: DraftedBlock, n: number, all: number, lang: Lang): Html {
  const w = words(lang).editor;
  const name = words(lang).kinds[block.kind].name;
  const to = (way: string) => html`${onceField()}${hidden('to', way)}`;
  const at = blockPath(block.id);
  const move = (way: 'up' | 'down', text: string) =>
    actButton({ action: `${at}/place`, fields: to(way), text, small: true, tone: 'quiet' });
  return html`<div class="edit-block-bar"><h3 id="${blockPlace(block.id)}" tabindex="-1">${w.numbered(n, name)}</h3>${linkButton({ href: `${at}/editing`, text: w.change(n), small: true })}${
    block.files.length < (FILES_ON[block.kind] ?? 0) &&
    block.files.length > 0 &&
    linkButton({ href: `${at}/editing#${MORE}`, text: w.more[fileKindOn(block.kind)](n), small: true, tone: 'quiet' })
  }${
    n > 1 && move('up', w.up(n))
  }${n < all && move('down', w.down(n))}${linkButton({ href: `${at}/removal`, text: w.remove(n), small: true, tone: 'quiet' })}</div>`;
}

function blocksPart(props: EditorProps): Html {
  const { draft, lang } = props;
  const w = words(lang).editor;
  if (draft.blocks.length === 0) return html`<p>${w.noBlocks}</p>`;
  const items = draft.blocks.map(
    (block, at) =>
      html`<li class="edit-block" data-thing="${shortId(block.id)}">${bar(block, at + 1, draft.blocks.length, lang)}<div class="edit-block-look">${blockHtml(block, props)}</div></li>`,
  );
  return html`<list-in-place id="blocks"><ol class="edit-blocks">${items}</ol></list-in-place>`;
}

export function editorMain(props: EditorProps): Html {
  const { draft, lang, edits, typed, problem } = props;
  const w = words(lang).editor;
  const at = pageHref(draft.id);
  const rename = form({
    action: `${at}/title`,
    label: w.rename,
    children: html`${onceField()}${hidden('was', draft.title)}${fieldHtml({ name: 'title', label: draft.kind === 'post' ? w.postTitle : w.pageTitle }, { lang, typed: { title: draft.title, ...typed }, problem })}`,
    buttons: button({ text: w.saveTitle }),
  });
  return html`${pageHead({ above: html`<div id="page-state" data-with="blocks">${pageState(draft, lang)}</div>`, title: draft.title, lead: w.lead })}${buttons(
    linkButton({ href: `${at}/publication`, text: w.toPublication, tone: 'main' }),
    linkButton({ href: `${at}/preview`, text: w.look }),
    linkButton({ href: `${at}/versions`, text: w.versions, tone: 'quiet' }),
    linkButton({ href: editingPath(draft.site_id), text: w.backToSite, tone: 'quiet' }),
  )}${section({ title: w.blocks, children: blocksPart(props) })}${section({
    title: w.add,
    id: 'add',
    children:
      draft.blocks.length >= MOST_BLOCKS
        ? html`<p>${w.full(MOST_BLOCKS)}</p>`
        : html`<p>${w.addLead}</p>${kindChoice(lang, draft.id, '')}`,
  })}${section({ title: w.rename, children: rename })}${disclosure({ summary: w.edits, id: 'edits', body: editList(edits, lang) })}`;
}

function editList(edits: readonly EditLine[], lang: Lang): Html {
  const w = words(lang);
  return list(
    edits.map((edit) => {
      const kind = edit.kind && edit.kind in w.kinds ? w.kinds[edit.kind as DraftedBlock['kind']].name : '';
      const before = edit.before ? beforeText(edit) : '';
      return html`<p>${w.acts[edit.act](edit.by, kind)} <span class="meta">${formatDateTime(edit.at, lang, 'short')}</span></p>${
        before !== '' && html`<p class="meta">${w.editor.before}${colon(lang)}${before}</p>`
      }`;
    }),
  );
}

function beforeText({ before, kind }: EditLine): string {
  const text =
    kind === '' ? Object.values(before!).map(String).join(' ') : blockText({ kind, content: before } as never);
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
}
