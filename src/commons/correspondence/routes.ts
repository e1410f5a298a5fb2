/** X4 Hearing no more from a sender, and the list of those one hears no more from. */
import { page } from '#commons/hubs/index.ts';
import { parseShortId } from '#kernel/ids.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { type Reply, seeOther } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { blockSender, blocksOf, liftBlock } from './blocks.ts';
import { notFound } from './letter.ts';
import { blocksView } from './views/blocks.ts';
import { words } from './words.ts';

async function listPage(visit: Visit): Promise<Reply> {
  const { lang, signedIn } = visit;
  const spoken = signedIn.roles.filter(({ role }) => role !== 'member').map(({ organisation }) => organisation.id);
  const blocks = await visit.read((db) => blocksOf(db, [signedIn.person.id, ...spoken]));
  const title = words(lang).blocks;
  return page(visit, {
    title,
    layout: 'reading',
    indexed: false,
    breadcrumb: [{ text: title }],
    main: blocksView(lang, blocks),
  });
}

async function block(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const id = parseShortId(form.get('id') ?? '');
  if (!id) throw notFound();
  await visit.perform(blockSender, { kind: form.get('kind') ?? '', id });
  return seeOther('/letter-blocks?done=recorded');
}

async function lift(visit: Visit): Promise<Reply> {
  await visit.form();
  const id = parseShortId(visit.params.id ?? '');
  if (!id) throw notFound();
  await visit.perform(liftBlock, { id });
  return seeOther('/letter-blocks?done=recorded');
}

export const routes: readonly Route[] = [
  get('/letter-blocks', 'person', ['X4'], listPage),
  post('/letter-blocks', 'person', ['X4', 'X13'], block),
  post('/letter-blocks/:id/removal', 'person', ['X4'], lift),
];
