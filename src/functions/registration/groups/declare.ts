/** F7.1 A group says who it is and what it intends: public at once, approved by nobody. Every later word is a new version. */
import { z } from 'zod';
import { createOrganisation } from '#commons/actors/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { foldText, gramsVector } from '#kernel/grams.ts';
import { prose } from '#kernel/text.ts';
import { dropDraft } from './drafts.ts';
import { sayFromPaper } from './from-paper.ts';
import {
  type Contacts,
  type Declaration,
  type DeclarationInput,
  declarationInput,
  refusalFor,
  settled,
} from './group.ts';
import { lockedGroup } from './queries.ts';
import { mayChange, mayDeclare } from './rules.ts';

export interface NamedGroup {
  id: string;
  name: string;
}

export function groupTags(id: string): string[] {
  return ['groups', `group:${id}`];
}

const address = z.email();

export function checked(input: DeclarationInput) {
  const parts = settled(input);
  if (Object.keys({ ...parts.contacts, ...parts.kept }).length === 0) throw refusalFor('no-contact', 'email');
  if (input.email !== '' && !address.safeParse(input.email).success) throw refusalFor('not-an-address', 'email');
  return parts;
}

/** Text in which a group is searched. */
export function searchable(
  of: Pick<Declaration, 'name' | 'reading' | 'purpose' | 'areas' | 'seeks' | 'offers'>,
): string {
  return [of.name, of.reading, of.purpose, of.areas.join(' '), of.seeks, of.offers].join('\n');
}

/** A name as it is compared: widths, case and kana folded, spaces and the words of the legal form left out. */
export function nameKey(name: string): string {
  return foldText(name)
    .replace(/\s/g, '')
    .replace(
      /^(特定非営利活動法人|npo法人|一般社団法人|公益社団法人|一般財団法人|公益財団法人|社会福祉法人|認定)+/,
      '',
    );
}

export async function refuseSameNumber(db: Db, number: string | null, but: string | null): Promise<void> {
  if (number === null) return;
  const same = await run(
    db,
    'select id from groups where number = $1 and withdrawn_at is null and id is distinct from $2::uuid limit 1',
    [number, but],
  );
  if (same.length > 0) throw refusalFor('number-taken', 'number');
}

/** The columns of a declaration. */
export function columnsOf({ memberCount, ...declaration }: Declaration, contacts: Contacts, kept: Contacts) {
  return {
    ...declaration,
    member_count: memberCount,
    contacts: JSON.stringify(contacts),
    kept_contacts: JSON.stringify(kept),
    name_key: nameKey(declaration.name),
    grams: gramsVector(searchable({ ...declaration, memberCount } as Declaration)),
  };
}

interface Written {
  id: string;
  version: number;
  declaration: Declaration;
  contacts: Contacts;
  changed: string;
  verb: 'groups.declared' | 'groups.changed';
}

async function keepVersion(ctx: ActionContext, { id, version, declaration, contacts, changed, verb }: Written) {
  const content = { ...declaration, contacts };
  await run(
    ctx.db,
    `insert into group_versions (hub_id, group_id, version, content, changed, person_id, declared_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [ctx.hub.id, id, version, JSON.stringify(content), changed, ctx.person.id, ctx.now],
  );
  await ctx.record({
    verb,
    object: { kind: 'group', id, version },
    public: { title: declaration.name, kind: declaration.kind },
    parts: [{ part: 'declaration', actorId: id, content: { ...content, changed } }],
    tags: [...groupTags(id), `actor:${id}`],
    as: id,
  });
}

/** The first declaration of an actor that is here. `more`: what the desk knows of it. */
export async function keepFirst(
  ctx: ActionContext,
  id: string,
  { declaration, contacts, kept }: ReturnType<typeof settled>,
  more: { desk_since?: Date; known_at?: Date | null; known_by?: 'desk' | null } = {},
): Promise<void> {
  await ctx.db
    .insertInto('groups')
    .values({
      hub_id: ctx.hub.id,
      id,
      actor_id: id,
      ...columnsOf(declaration, contacts, kept),
      declared_at: ctx.now,
      confirmed_at: ctx.now,
      ...more,
    })
    .execute();
  await keepVersion(ctx, { id, version: 1, declaration, contacts, changed: '', verb: 'groups.declared' });
}

/** @throws Refusal sign-in, level, not-of-the-group, declared-already, number-taken, no-contact, not-an-address; name-taken of actors */
export const declareGroup = action({
  name: 'groups.declare',
  input: declarationInput.extend({
    draft: z
      .union([z.uuid(), z.literal('')])
      .optional()
      .default(''),
  }),
  async run(ctx, { draft, ...input }): Promise<NamedGroup> {
    const own = ctx.actor.id === ctx.person.id ? null : ctx.actor.id;
    const no = mayDeclare(ctx.reader, own);
    if (no) throw refusalFor(no);
    const { declaration, contacts, kept } = checked(input);
    await refuseSameNumber(ctx.db, declaration.number, own);
    const id = own ?? (await createOrganisation.run(ctx, { kind: 'group', name: declaration.name, about: '' })).id;
    if (own) {
      await run(ctx.db, 'select id from actors where hub_id = $1 and id = $2 for update', [ctx.hub.id, own]);
      const here = await run(ctx.db, 'select id from groups where id = $1', [own]);
      if (here.length > 0) throw refusalFor('declared-already');
    }
    await keepFirst(ctx, id, { declaration, contacts, kept });
    if (draft) await dropDraft(ctx, draft);
    return { id, name: declaration.name };
  },
});

/** A new version; it also says that the rest still holds. @throws Refusal not-of-the-group, withdrawn, changed-meanwhile, … */
export const changeDeclaration = action({
  name: 'groups.change',
  input: declarationInput.extend({
    id: z.uuid(),
    /** the version the change began with */
    of: z.coerce.number().int().min(1),
    changed: prose({ min: 0, max: 200 }).optional().default(''),
    draft: z
      .union([z.uuid(), z.literal('')])
      .optional()
      .default(''),
  }),
  async run(ctx, { id, of, changed, draft, ...input }): Promise<NamedGroup> {
    const group = await lockedGroup(ctx.db, id);
    const no = mayChange(ctx.reader, group, ctx.hub);
    if (no) throw refusalFor(no);
    if (group.version !== of) throw refusalFor('changed-meanwhile');
    const { declaration, contacts, kept } = checked(input);
    await refuseSameNumber(ctx.db, declaration.number, id);
    const version = group.version + 1;
    const { grams, ...columns } = columnsOf(declaration, contacts, kept);
    await ctx.db
      .updateTable('groups')
      .set({
        ...columns,
        grams: group.hidden_at ? '' : grams,
        version,
        confirmed_at: ctx.now,
        asked_at: null,
        resting_at: null,
      })
      .where('hub_id', '=', ctx.hub.id)
      .where('id', '=', id)
      .execute();
    if (draft) await dropDraft(ctx, draft);
    await keepVersion(ctx, { id, version, declaration, contacts, changed, verb: 'groups.changed' });
    await sayFromPaper(ctx, { ...group, name: declaration.name }, 'changed');
    return { id, name: declaration.name };
  },
});
