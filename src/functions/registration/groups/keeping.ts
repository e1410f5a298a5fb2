/** F7.1 What a group keeps to itself, for those who speak for it and for the desk. Callers have asked the rules before. */
import { type Db, run } from '#kernel/database/dialect.ts';
import { CONTACT_ITEMS, type Contacts, type GroupKind, notFound, type Typed } from './group.ts';

interface OwnRow {
  version: number;
  kind: GroupKind;
  name: string;
  reading: string;
  purpose: string;
  fields: number[];
  areas: string[];
  founded: string;
  member_count: number | null;
  number: string | null;
  rules: string;
  accounts: string;
  seeks: string;
  offers: string;
  contacts: Contacts;
  kept_contacts: Contacts;
}

/** The whole declaration as its form holds it, kept contacts included; `of` is the version it is. */
export async function ownDeclaration(db: Db, groupId: string): Promise<Typed> {
  const [row] = await run<OwnRow>(
    db,
    `select version, kind, name, reading, purpose, fields, areas, founded, member_count, number, rules, accounts, seeks, offers,
       contacts, kept_contacts from groups where id = $1`,
    [groupId],
  );
  if (!row) throw notFound();
  const { version, fields, areas, member_count: members, number, contacts, kept_contacts: kept, ...texts } = row;
  const reached = CONTACT_ITEMS.flatMap((item) => [
    [item, contacts[item] ?? kept[item] ?? ''],
    [`${item}Public`, contacts[item] ? 'yes' : ''],
  ]);
  return {
    ...texts,
    of: String(version),
    fields: fields.join(','),
    areas: areas.join('、'),
    memberCount: members === null ? '' : String(members),
    number: number ?? '',
    ...Object.fromEntries(reached),
  };
}

/** The address to which letters for the group go, public or kept; '' where it gave none. */
export async function addressOf(db: Db, groupId: string): Promise<string> {
  const [row] = await run<{ email: string | null }>(
    db,
    `select coalesce(contacts ->> 'email', kept_contacts ->> 'email') as email from groups where id = $1`,
    [groupId],
  );
  return row?.email ?? '';
}

/** Every contact, for the desk that confirms through one of them. */
export async function everyContact(db: Db, groupId: string): Promise<Contacts> {
  const [row] = await run<{ contacts: Contacts }>(
    db,
    'select kept_contacts || contacts as contacts from groups where id = $1',
    [groupId],
  );
  return row?.contacts ?? {};
}
