/** F1.3 The form of one block, with its pictures or documents. */
import { fileLimits, labelField, type UploadedFile, uploadFields } from '#commons/files/index.ts';
import { onceField } from '#commons/hubs/index.ts';
import type { Hub } from '#kernel/context.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actButton, button, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden } from '#ui/fields.ts';
import { fileActs } from '#ui/file-list.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { list } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { link } from '#ui/prose.ts';
import { fieldHtml } from '../../../registration/groups/index.ts';
import { blockPath, pageEditing, pageHref } from '../addresses.ts';
import { BLOCK_KINDS, type BlockKind, FILES_ON, fileKindOn, NEEDS_FILE } from '../block.ts';
import type { DraftedBlock } from '../draft-queries.ts';
import { blockFields } from '../fields.ts';
import type { SiteWays } from '../ways.ts';
import { words } from '../words.ts';
import { sitePicture } from './blocks.ts';

type Typed = Record<string, string>;

/** Where a block takes more pictures or documents. */
export const MORE = 'more';

export interface BlockFormProps {
  lang: Lang;
  hub: Hub;
  page: { id: string; title: string };
  kind: BlockKind;
  /** null: a block that isn't there yet */
  block: DraftedBlock | null;
  /** where a new one goes: the block before it, 'first', or '' at the end */
  after: string;
  typed: Typed;
  kept: readonly UploadedFile[];
  problem: Problem | undefined;
  ways: SiteWays;
}

/** Kinds to choose from, each with what it is for. */
export function kindChoice(lang: Lang, pageId: string, after: string): Html {
  const w = words(lang).kinds;
  return list(
    BLOCK_KINDS.map(
      (kind) =>
        html`${link(`${pageHref(pageId)}/blocks/new?kind=${kind}&after=${after}`, w[kind].name)} <span class="meta">${w[kind].lead}</span>`,
    ),
  );
}

function ownFields(props: BlockFormProps): Html {
  const { lang, typed, problem, kind } = props;
  return html`${blockFields(kind, lang).map((field) => fieldHtml(field, { lang, typed, problem }))}`;
}

/** The file that comes with the form: for a new block, and where one takes the place of another. */
function ownFile(props: BlockFormProps): Html | false {
  const { lang, hub, kind, block, kept, typed, problem } = props;
  const most = FILES_ON[kind];
  if (!most || (block !== null && most > 1)) return false;
  const w = words(lang).fields;
  const errors = problem?.items ?? [];
  const isNeeded = block === null && NEEDS_FILE.includes(kind);
  const upload = uploadFields({
    lang,
    limits: { ...fileLimits(hub), most },
    only: fileKindOn(kind),
    kept,
    label: typed.label ?? '',
    fileError: errorAt(errors, 'file'),
    labelError: errorAt(errors, 'label'),
  });
  if (isNeeded) return upload;
  // A field that is filled in only when there is a file can't be required in the browser.
  const isOpen = kept.length > 0 || errors.some((one) => one.field === 'file' || one.field === 'label');
  return html`<details class="disclosure"${isOpen && html` open`}><summary>${block ? w.otherPicture : w.withPicture}</summary><div class="disclosure-body">${upload}</div></details>`;
}

/** Another one was faster: its words stand here, one's own are still in the form. */
function meanwhile({ block, lang, problem }: BlockFormProps): Html | false {
  const clash = problem?.items.find((item) => item.code === 'changed-meanwhile');
  if (!clash || !block) return false;
  const w = words(lang).editor;
  const theirs = Object.entries(block.content)
    .filter(([, value]) => typeof value === 'string' && value !== '')
    .map(([, value]) => html`<p>${String(value)}</p>`);
  return notice({ tone: 'warn', title: w.theirs(block.by), body: html`${theirs}<p>${w.bothWays}</p>` });
}

export function blockFormPage(props: BlockFormProps): Html {
  const { lang, page, kind, block, after, problem } = props;
  const w = words(lang);
  const clash = problem?.items.some((item) => item.code === 'changed-meanwhile') && block !== null;
  const action = block ? blockPath(block.id) : `${pageHref(page.id)}/blocks`;
  const fields = form({
    action,
    files: true,
    note: html`${block === null && (FILES_ON[kind] ?? 0) > 1 && html`<p>${w.editor.oneByOne}</p>`}<p class="meta">${w.editor.publicRecord}</p>`,
    children: html`${onceField()}${hidden('kind', kind)}${hidden('after', block ? block.id : after)}${block && hidden('rev', block.rev)}${ownFields(props)}${ownFile(props)}`,
    buttons: html`${button({ text: clash ? w.editor.overTheirs : w.editor.save, tone: 'main' })}${
      clash && button({ text: w.editor.keepBoth, formaction: `${pageHref(page.id)}/blocks` })
    }${linkButton({ href: pageEditing(page.id), text: w.editor.backToPage })}`,
  });
  return html`${pageHead({ title: w.editor.blockTitle(w.kinds[kind].name), lead: w.kinds[kind].lead })}${meanwhile(props)}${fields}${block && filesPart(props, block)}`;
}

function filesPart(props: BlockFormProps, block: DraftedBlock): Html | false {
  const { lang, hub, ways, typed, problem, kept } = props;
  const most = FILES_ON[block.kind];
  if (!most) return false;
  const w = words(lang).editor;
  const only = fileKindOn(block.kind);
  const add = w.addFile[only];
  const at = (id: string) => `${blockPath(block.id)}/files/${id}`;
  const small = { fields: onceField(), small: true, tone: 'quiet' } as const;
  const items = block.files.map((file, n) => {
    const to = (way: string) => html`${onceField()}${hidden('to', way)}`;
    return html`<div class="file-item">${file.kind === 'picture' ? html`<div class="own-half">${sitePicture(file, ways)}</div>` : html`<p>${file.label}</p>`}${form(
      {
        action: `${at(file.id)}/label`,
        label: w.describes(n + 1),
        children: html`${onceField()}${labelField(file.label, 'label', undefined, lang, { id: `label-${n}`, only })}`,
        buttons: html`${button({ text: w.saveLabel, small: true })}`,
      },
    )}${fileActs(
      block.files.length > 1 &&
        actButton({ ...small, action: `${at(file.id)}/place`, fields: to('up'), text: w.earlier(n + 1) }),
      block.files.length > 1 &&
        actButton({ ...small, action: `${at(file.id)}/place`, fields: to('down'), text: w.later(n + 1) }),
      actButton({ ...small, action: `${at(file.id)}/removal`, text: w.takeFileOff(n + 1) }),
    )}</div>`;
  });
  const more =
    most > 1 &&
    section({
      title: add,
      id: MORE,
      children: form({
        action: `${blockPath(block.id)}/files`,
        files: true,
        label: add,
        children: html`${onceField()}${uploadFields({
          lang,
          limits: { ...fileLimits(hub), most },
          only,
          kept,
          label: typed.label ?? '',
          fileError: errorAt(problem?.items ?? [], 'file'),
          labelError: errorAt(problem?.items ?? [], 'label'),
        })}`,
        buttons: html`${button({ text: add })}`,
      }),
    });
  return html`${block.files.length > 0 && section({ title: w.filesThere, children: list(items) })}${more}`;
}
