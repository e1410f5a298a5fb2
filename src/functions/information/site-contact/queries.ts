/** F1.3 The messages that came to a site; for its editors alone. */
import { type Db, run } from '#kernel/database/dialect.ts';

export interface SiteMessage {
  id: string;
  name: string;
  email: string;
  subject: string;
  body: string;
  sent_at: Date;
  read_at: Date | null;
  answered_at: Date | null;
  answered_by_name: string | null;
}

export async function messagesOf(
  db: Db,
  siteId: string,
  { before, limit }: { before: string | null; limit: number },
): Promise<{ messages: SiteMessage[]; more: boolean }> {
  const rows = await run<SiteMessage>(
    db,
    `select m.id, m.name, m.email, m.subject, m.body, m.sent_at, m.read_at, m.answered_at, a.name as answered_by_name
     from site_messages m left join actors a on a.hub_id = m.hub_id and a.id = m.answered_by
     where m.site_id = $1 and ($2::uuid is null or m.id < $2) order by m.id desc limit $3`,
    [siteId, before, limit + 1],
  );
  return { messages: rows.slice(0, limit), more: rows.length > limit };
}
