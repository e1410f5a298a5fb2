/** F9.7 What is behind an answer, inside the city: who leads and led, who is concerned, the draft with what was said about it. One query. */
import { type Db, run } from '#kernel/database/dialect.ts';

export interface Lead {
  number: number;
  division_id: string;
  division_name: string;
  reason: string;
  by: string;
  /** ISO 8601, as below */
  assigned_at: string;
}

export interface Partner {
  id: string;
  division_id: string;
  division_name: string;
  asked: string;
  asked_at: string;
  /** '' while there is no reply */
  body: string;
  given_at: string | null;
}

export interface DraftNote {
  id: string;
  version: number;
  approves: boolean;
  body: string;
  person_id: string;
  person_name: string;
  written_at: string;
}

export interface Draft {
  id: string;
  division_id: string;
  division_name: string;
  fields: Record<string, string>;
  policy: string | null;
  version: number;
  person_id: string;
  person_name: string;
  saved_at: string;
  notes: DraftNote[];
}

export interface Desk {
  leads: Lead[];
  partners: Partner[];
  /** of every division; who sees which is for desk-access.ts to say */
  drafts: Draft[];
  divisions: { id: string; name: string }[];
}

const DESK = `select
  coalesce((select json_agg(json_build_object('number', n.number, 'division_id', n.division_id, 'division_name', dv.name, 'reason', n.reason,
      'by', b.name, 'assigned_at', n.assigned_at) order by n.number desc)
    from answer_leads n
    join actors dv on dv.hub_id = n.hub_id and dv.id = n.division_id
    join actors b on b.hub_id = n.hub_id and b.id = n.actor_id
    where n.subject_id = $1), '[]') as leads,
  coalesce((select json_agg(json_build_object('id', n.id, 'division_id', n.division_id, 'division_name', dv.name, 'asked', n.asked,
      'asked_at', n.asked_at, 'body', n.body, 'given_at', n.given_at) order by n.id)
    from answer_partners n join actors dv on dv.hub_id = n.hub_id and dv.id = n.division_id
    where n.subject_id = $1), '[]') as partners,
  coalesce((select json_agg(json_build_object('id', f.id, 'division_id', f.division_id, 'division_name', dv.name, 'fields', f.fields,
      'policy', (select o.code || ' ' || o.title from policies o where o.hub_id = f.hub_id and o.id::text = f.fields->>'policyId'),
      'version', f.version, 'person_id', f.person_id, 'person_name', w.name, 'saved_at', f.saved_at,
      'notes', coalesce((select json_agg(json_build_object('id', n.id, 'version', n.version, 'approves', n.approves, 'body', n.body,
          'person_id', n.person_id, 'person_name', p.name, 'written_at', n.written_at) order by n.id)
        from answer_draft_notes n join actors p on p.hub_id = n.hub_id and p.id = n.person_id
        where n.hub_id = f.hub_id and n.draft_id = f.id), '[]')) order by f.id)
    from answer_drafts f
    join actors dv on dv.hub_id = f.hub_id and dv.id = f.division_id
    join actors w on w.hub_id = f.hub_id and w.id = f.person_id
    where f.subject_id = $1 and f.published_at is null), '[]') as drafts,
  coalesce((select json_agg(json_build_object('id', d.id, 'name', d.name) order by d.id)
    from actors d where d.kind = 'division' and d.imported_from is null), '[]') as divisions`;

export async function deskOf(db: Db, subjectId: string): Promise<Desk> {
  const [desk] = await run<Desk>(db, DESK, [subjectId]);
  return desk ?? { leads: [], partners: [], drafts: [], divisions: [] };
}

/** The open draft of one division; null when there is none. */
export async function draftOf(
  db: Db,
  subjectId: string,
  divisionId: string,
): Promise<Pick<Draft, 'id' | 'fields' | 'version'> | null> {
  const [draft] = await run<Pick<Draft, 'id' | 'fields' | 'version'>>(
    db,
    'select id, fields, version from answer_drafts where subject_id = $1 and division_id = $2 and published_at is null',
    [subjectId, divisionId],
  );
  return draft ?? null;
}
