/** F1.3: for tests: a registered group with a site, and its editors. */
import type { Reader } from '#kernel/context.ts';
import { randomId } from '#kernel/ids.ts';
import type { TestTown } from '#test/support/town.ts';
import { declareGroup } from '../../registration/groups/index.ts';
import { createSite } from './sites.ts';

export interface Workshop {
  groupId: string;
  siteId: string;
  key: string;
  pageIds: string[];
  /** the representative, acting for the group */
  toku: Reader;
  /** an editor of the same group */
  hana: Reader;
  /** a member without an editor's role */
  ken: Reader;
  /** somebody else */
  other: Reader;
}

export async function foundWorkshop(town: TestTown, name: string, key: string): Promise<Workshop> {
  const [person, second, third, other] = [
    await town.person(`${name}のとく`),
    await town.person(`${name}のはな`),
    await town.person(`${name}のけん`),
    await town.person(`${name}のとなり`),
  ];
  const { id } = await town.perform(person, declareGroup, {
    name,
    reading: 'かわべのかい',
    kind: 'voluntary',
    purpose: '川の草を刈り、ごみを拾います。',
    fields: '7',
    areas: '川沿い',
    seeks: '若い人',
    offers: '草刈り機の講習',
    email: 'kawabe@group.example',
    emailPublic: 'yes',
  });
  const group = { id, kind: 'group' as const, name };
  const toku = town.as(person, group);
  const made = await town.perform(toku, createSite, { groupId: id, key });
  return {
    groupId: id,
    siteId: made.id,
    key: made.key,
    pageIds: made.pageIds,
    toku,
    hana: town.as(second, group, 'editor'),
    ken: town.as(third, group, 'member'),
    other,
  };
}

/** A picture as the files commons keep it, without its bytes; its id. */
export async function uploadedPicture(town: TestTown, by: Reader): Promise<string> {
  const id = randomId();
  await town.hubwise.write(town.hub.id, (db) =>
    db
      .insertInto('files')
      .values({
        hub_id: town.hub.id,
        id,
        person_id: by.person.id,
        kind: 'picture',
        type: 'image/webp',
        extension: 'webp',
        bytes: 100,
        sha256: Buffer.alloc(32, id),
        width: 640,
        height: 480,
        widths: [320],
        uploaded_at: town.now(),
      })
      .execute(),
  );
  return id;
}
