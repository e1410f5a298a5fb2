/** F1.1: things of the activity database by SQL: every field, ten districts, a point in three of four, a day in half of them. */
export function activitiesSql(hubId: number, count: number): string {
  return `with texts as (select row_number() over (order by id) as n, body from opinions where hub_id = ${hubId} limit ${count}),
    people as (select row_number() over (order by id) as n, id from actors where hub_id = ${hubId} and kind = 'person'),
    many as (select count(*) as all from people),
    made as (select t.n, t.body, p.id as person, timestamptz '2024-04-01 09:00+09' + t.n * interval '12 minutes' as at, md5(t.n::text) as dice
      from texts t cross join many m join people p on p.n = 1 + t.n % m.all)
  insert into entries (hub_id, id, kind, actor_id, person_id, title, body, fields, districts, starts_on, ends_on, lat, lng, audience, fee,
    accessibility, published_at, changed_at, confirmed_at)
  select ${hubId}, (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(dice, 1, 3) || '8' || substr(dice, 4, 15))::uuid,
    (array['activity', 'activity', 'call', 'know-how', 'place', 'skill', 'document'])[1 + n % 7], person, person, left(body, 24), body,
    array[1 + n % 20, 1 + (n * 7) % 20]::smallint[], array['第' || (1 + n % 10) || '地区'],
    case when n % 7 < 2 then date '2024-04-01' + (n % 1200)::int end, case when n % 7 < 2 then date '2024-04-01' + (n % 1200)::int end,
    case when n % 4 > 0 then 36 + (n * 37 % 1000) / 5000.0 end, case when n % 4 > 0 then 143 + (n * 61 % 1000) / 5000.0 end,
    array[(array['everyone', 'children', 'elderly', 'parents'])[1 + n % 4]], (array[0, 0, 500, null])[1 + n % 4],
    case when n % 3 = 0 then array['step-free', 'captions'] else '{}' end, at, at, at
  from made`;
}
