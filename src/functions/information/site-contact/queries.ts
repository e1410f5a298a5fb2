/** F1.3 The messages that came to a site; for its editors alone. */
import { addLetters, hiddenLetter } from '#commons/correspondence/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { editingPath } from '../homepages/index.ts';

const MESSAGE = 'site-message';
const HIDDEN = hiddenLetter(MESSAGE, 'm');

export interface SiteMessage {
  id: string;
  name: string;
  email: string;
  /** empty while it is hidden, as the words below */
  subject: string;
  body: string;
  is_hidden: boolean;
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
    `select m.id, m.name, m.email, m.sent_at, ${HIDDEN} as is_hidden,
       case when ${HIDDEN} then '' else m.subject end as subject, case when ${HIDDEN} then '' else m.body end as body, m.read_at, m.answered_at, a.name as answered_by_name
     from site_messages m left join actors a on a.hub_id = m.hub_id and a.id = m.answered_by
     where m.site_id = $1 and ($2::uuid is null or m.id < $2) order by m.id desc limit $3`,
    [siteId, before, limit + 1],
  );
  return { messages: rows.slice(0, limit), more: rows.length > limit };
}

addLetters({
  kind: MESSAGE,
  async find(db, id) {
    const [row] = await run<{
      site_id: string;
      group_id: string;
      title: string;
      name: string;
      email: string;
      subject: string;
      body: string;
    }>(
      db,
      `select m.site_id, s.group_id, s.title, m.name, m.email, m.subject, m.body from site_messages m
       join sites s on s.hub_id = m.hub_id and s.id = m.site_id where m.id = $1`,
      [id],
    );
    if (!row) return null;
    return {
      id,
      receiverId: row.group_id,
      senderId: null,
      writerId: null,
      mail: row.email,
      senderName: row.name,
      title: row.title,
      body: [row.subject, row.body].filter(Boolean).join('\n\n'),
      path: `${editingPath(row.site_id)}/messages`,
    };
  },
});
