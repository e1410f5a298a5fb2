/** F1.3 The forms of single blocks: each step is kept on the server. */
import { attemptWithFiles, fileNames, receiveFiles, type UploadedFile } from '#commons/files/index.ts';
import { onceField } from '#commons/hubs/index.ts';
import type { Action } from '#kernel/action.ts';
import { isUuid } from '#kernel/ids.ts';
import { get, post, type Route } from '#kernel/module.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { hidden } from '#ui/fields.ts';
import { pageHead } from '#ui/heading.ts';
import { html } from '#ui/html.ts';
import { confirmPanel } from '#ui/panel.ts';
import { link } from '#ui/prose.ts';
import { blockPath, blockPlace, pageEditing } from './addresses.ts';
import { BLOCK_KINDS, type BlockKind, FILES_ON, fileKindOn } from './block.ts';
import { addBlockFile, describeBlockFile, moveBlockFile, removeBlockFile } from './block-files.ts';
import { addBlock, changeBlock, moveBlock, removeBlock } from './draft-blocks.ts';
import { draftBlockProps } from './draft-look.ts';
import { type Draft, type DraftedBlock, type EditedSite, pageOfBlock } from './draft-queries.ts';
import { blockFields, typedOfContent } from './fields.ts';
import { draftIn, shortIn, typedIn, workshopPage } from './frame.ts';
import { notFound } from './site.ts';
import { blockFormPage, kindChoice, MORE } from './views/block-form.ts';
import { blockHtml } from './views/blocks.ts';
import { townWays } from './ways.ts';
import { words } from './words.ts';

type Typed = Record<string, string>;

interface Found {
  draft: Draft;
  site: EditedSite;
  block: DraftedBlock;
}

async function blockIn(visit: Visit): Promise<Found> {
  const id = shortIn(visit);
  const { draft, site } = await draftIn(visit, await visit.read((db) => pageOfBlock(db, id)));
  const block = draft.blocks.find((one) => one.id === id);
  if (!block) throw notFound();
  return { draft, site, block };
}

function isKind(text: string): text is BlockKind {
  return (BLOCK_KINDS as readonly string[]).includes(text);
}

interface Again {
  typed: Typed;
  kept?: readonly UploadedFile[];
  problem?: Problem;
}

interface FormOf {
  draft: Draft;
  site: EditedSite;
  kind: BlockKind;
  block: DraftedBlock | null;
  after: string;
}

function formPage(
  visit: Visit,
  { draft, site, kind, block, after }: FormOf,
  { typed, kept = [], problem }: Again,
): Reply {
  const { lang, hub } = visit;
  const w = words(lang);
  const ways = townWays({ site, assets: visit.assets, canonical: null, contact: null });
  const main = blockFormPage({ lang, hub, page: draft, kind, block, after, typed, kept, problem, ways });
  const names = blockFields(kind, lang).map(({ name, label }) => [name, label] as const);
  const fieldNames = { ...Object.fromEntries(names), ...fileNames(lang, fileKindOn(kind)) };
  return workshopPage(visit, site, { title: w.editor.blockTitle(w.kinds[kind].name), main, problem, fieldNames });
}

/** A title to begin with, where blocks of that kind mostly have one. */
function titleOf(lang: Visit['lang'], kind: BlockKind): string {
  const { titles } = words(lang);
  return kind in titles ? titles[kind as keyof typeof titles] : '';
}

async function newBlock(visit: Visit): Promise<Reply> {
  const { draft, site } = await draftIn(visit);
  const [kind, after] = [visit.query('kind'), visit.query('after')];
  const place = isUuid(after) || after === 'first' ? after : '';
  if (isKind(kind)) {
    const typed = { title: titleOf(visit.lang, kind), count: '5', size: 'wide', level: '2' };
    return formPage(visit, { draft, site, kind, block: null, after: place }, { typed });
  }
  const w = words(visit.lang).editor;
  const main = html`${pageHead({ title: w.add, lead: w.addLead })}${kindChoice(visit.lang, draft.id, place)}<p>${link(pageEditing(draft.id), w.backToPage)}</p>`;
  return workshopPage(visit, site, { title: w.add, main });
}

function fieldsOf(typed: Typed): Typed {
  const { once: _once, rev: _rev, after: _after, kind: _kind, label: _label, ...fields } = typed;
  return fields;
}

/** The form as it came, with its files. */
async function received(visit: Visit) {
  const came = await receiveFiles(visit);
  const typed = Object.fromEntries([...came.form.entries()].map(([name, values]) => [name, values.join(',')]));
  const kept = came.files('file').slice(-1);
  return { came, typed, kept, file: { fileId: kept[0]?.id ?? '', label: typed.label ?? '' } };
}

/** Back in the editor, at the block one just added, changed or moved. */
function atBlock({ id, pageId }: { id: string; pageId: string }): string {
  return `${pageEditing(pageId)}?done=saved#${blockPlace(id)}`;
}

/** Where more than one may hang, the form for the next one. */
function atBlockOrMore(kind: BlockKind) {
  return (done: { id: string; pageId: string }) =>
    (FILES_ON[kind] ?? 0) > 1 ? `${blockPath(done.id)}/editing?done=saved#${MORE}` : atBlock(done);
}

async function add(visit: Visit): Promise<Reply> {
  // Who may not is told before the file is read.
  const { draft, site } = await draftIn(visit);
  const { came, typed, kept, file } = await received(visit);
  const [kind, after] = [typed.kind ?? '', typed.after ?? ''];
  if (!isKind(kind)) throw notFound();
  const input = { pageId: draft.id, kind, after, fields: fieldsOf(typed), ...file };
  return attemptWithFiles(visit, came, addBlock as Action<unknown, { id: string; pageId: string }>, input, {
    done: atBlockOrMore(kind),
    again: (problem) => formPage(visit, { draft, site, kind, block: null, after }, { typed, kept, problem }),
  });
}

async function editBlock(visit: Visit, again?: Again): Promise<Reply> {
  const { draft, site, block } = await blockIn(visit);
  const typed = again?.typed ?? typedOfContent(block.content);
  return formPage(visit, { draft, site, kind: block.kind, block, after: '' }, { ...again, typed });
}

async function change(visit: Visit): Promise<Reply> {
  await blockIn(visit);
  const { came, typed, kept, file } = await received(visit);
  const input = { id: shortIn(visit), rev: typed.rev, fields: fieldsOf(typed), ...file };
  return attemptWithFiles(visit, came, changeBlock as Action<unknown, { id: string; pageId: string }>, input, {
    done: atBlock,
    again: (problem) => editBlock(visit, { typed, kept, problem }),
  });
}

async function place(visit: Visit): Promise<Reply> {
  const typed = await typedIn(visit);
  return visit.attempt(
    moveBlock as Action<unknown, { id: string; pageId: string }>,
    { ...typed, id: shortIn(visit) },
    {
      done: atBlock,
      again: (problem) => editBlock(visit, { typed: {}, problem }),
    },
  );
}

async function removal(visit: Visit, problem?: Problem): Promise<Reply> {
  const { draft, site, block } = await blockIn(visit);
  const props = await visit.read((db) => draftBlockProps(visit, db, site, draft));
  const w = words(visit.lang).editor;
  const main = confirmPanel({
    title: w.removeTitle(words(visit.lang).kinds[block.kind].name),
    content: blockHtml(block, props),
    consequences: w.removeText,
    action: `${blockPath(block.id)}/removal`,
    fields: html`${onceField()}${hidden('rev', block.rev)}`,
    confirm: { text: w.removeSubmit, tone: 'danger' },
    cancel: { href: pageEditing(draft.id), text: w.backToPage },
  });
  return workshopPage(visit, site, { title: w.removeTitle(words(visit.lang).kinds[block.kind].name), main, problem });
}

async function remove(visit: Visit): Promise<Reply> {
  const typed = await typedIn(visit);
  return visit.attempt(
    removeBlock as Action<unknown, { pageId: string }>,
    { ...typed, id: shortIn(visit) },
    {
      done: ({ pageId }) => `${pageEditing(pageId)}?done=saved`,
      again: (problem) => removal(visit, problem),
    },
  );
}

async function addFile(visit: Visit): Promise<Reply> {
  const { block } = await blockIn(visit);
  const { came, typed, kept, file } = await received(visit);
  return attemptWithFiles(
    visit,
    came,
    addBlockFile as Action<unknown, unknown>,
    { id: block.id, ...file },
    {
      done: () => `${blockPath(block.id)}/editing?done=saved#${MORE}`,
      again: (problem) =>
        editBlock(visit, { typed: { ...typedOfContent(block.content), label: typed.label ?? '' }, kept, problem }),
    },
  );
}

/** An act on one file of a block, back to the block's form. */
function onFile(act: Action<never, unknown>) {
  return async (visit: Visit): Promise<Reply> => {
    const typed = await typedIn(visit);
    return visit.attempt(
      act as Action<unknown, unknown>,
      { ...typed, id: shortIn(visit), fileId: visit.params.file },
      {
        done: () => `${blockPath(shortIn(visit))}/editing?done=saved`,
        again: async (problem) =>
          editBlock(visit, { typed: typedOfContent((await blockIn(visit)).block.content), problem }),
      },
    );
  };
}

const act = (path: string, handle: Route['handle'], streams = false) =>
  post(path, 'person', streams ? ['F1.3', 'X10'] : ['F1.3'], handle, streams ? { streams: true } : {});

export const blockRoutes: readonly Route[] = [
  get('/site-pages/:id/blocks/new', 'person', ['F1.3'], newBlock),
  act('/site-pages/:id/blocks', add, true),
  get('/site-blocks/:id/editing', 'person', ['F1.3'], (visit) => editBlock(visit)),
  act('/site-blocks/:id', change, true),
  act('/site-blocks/:id/place', place),
  get('/site-blocks/:id/removal', 'person', ['F1.3'], (visit) => removal(visit)),
  act('/site-blocks/:id/removal', remove),
  act('/site-blocks/:id/files', addFile, true),
  act('/site-blocks/:id/files/:file/label', onFile(describeBlockFile as Action<never, unknown>)),
  act('/site-blocks/:id/files/:file/place', onFile(moveBlockFile as Action<never, unknown>)),
  act('/site-blocks/:id/files/:file/removal', onFile(removeBlockFile as Action<never, unknown>)),
];
