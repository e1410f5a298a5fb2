import { type Db, run } from '#kernel/database/dialect.ts';

export interface KeptMail {
  id: string;
  recipient: string;
  subject: string;
  body_text: string;
  body_html: string | null;
  created_at: Date;
  sent_at: Date | null;
  last_error: string | null;
}

const COLUMNS = 'id, recipient, subject, body_text, body_html, created_at, sent_at, last_error';

/** The newest hundred letters of a hub. */
export function newestMails(db: Db, hubId: number): Promise<KeptMail[]> {
  return run<KeptMail>(
    db,
    `select ${COLUMNS} from mails where hub_id = $1 order by created_at desc, id desc limit 100`,
    [hubId],
  );
}

export async function mailById(db: Db, hubId: number, id: string): Promise<KeptMail | null> {
  const [mail] = await run<KeptMail>(db, `select ${COLUMNS} from mails where hub_id = $1 and id = $2`, [hubId, id]);
  return mail ?? null;
}
