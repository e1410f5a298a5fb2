/** P1, P5: registering organisations; their members, roles and invitations. */
import { page } from '#commons/hubs/index.ts';
import { parseRef } from '#kernel/ids.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { answerInvitation } from './answer-invitation.ts';
import { changeOrganisation } from './change-organisation.ts';
import { changeRole } from './change-role.ts';
import { createOrganisation } from './create-organisation.ts';
import { invitationHash } from './invitation-key.ts';
import { inviteMember } from './invite-member.ts';
import { invitationByHash, membersOf, openInvitations, shownActor } from './queries.ts';
import { roleIn } from './rules.ts';
import { actorPath } from './views/actor-badge.ts';
import { createView } from './views/create.ts';
import { declinedView, invitationOverView, invitationView } from './views/invitation.ts';
import { linkView, type TypedInvitation } from './views/invite.ts';
import { membersView } from './views/members.ts';
import { withdrawInvitation } from './withdraw-invitation.ts';
import { words } from './words.ts';

type TypedOrganisation = { kind: string; name: string; about: string };

function createPage(visit: Visit, typed: TypedOrganisation, problem: Problem | null): Reply {
  const { lang, hub, signedIn: reader } = visit;
  const { title, kind, name, about } = words(lang).create;
  return page(visit, {
    title,
    fieldNames: { kind, name, about },
    layout: 'reading',
    breadcrumb: [{ text: words(lang).list.title, href: '/actors' }, { text: title }],
    main: createView({ lang, hub, reader, typed, problem }),
    ...(problem ? { problem } : {}),
  });
}

async function create(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const typed = { kind: form.get('kind') ?? '', name: form.get('name') ?? '', about: form.get('about') ?? '' };
  return visit.attempt(createOrganisation, typed, {
    done: (made) => `${encodeURI(actorPath(made))}?done=published`,
    again: (problem) => createPage(visit, typed, problem),
  });
}

function organisationId(visit: Visit): string {
  const id = parseRef(visit.params.ref ?? '');
  if (!id) throw refuseKernel('not-found', { status: 404 });
  return id;
}

const NOTHING_TYPED: TypedInvitation = { way: 'letter', meantFor: '', role: 'member' };

/** For members only; to everybody else there is no such page. */
async function membersPage(visit: Visit, typed: TypedInvitation, problem: Problem | null): Promise<Reply> {
  const id = organisationId(visit);
  const { lang, hub, now, signedIn: reader } = visit;
  const mine = roleIn(reader, id);
  if (!mine) throw refuseKernel('not-found', { status: 404 });
  const [organisation, members, invitations] = await visit.read((db) =>
    Promise.all([
      shownActor(db, hub.id, id, now),
      membersOf(db, hub.id, id, now),
      mine === 'representative' ? openInvitations(db, hub.id, id, now) : [],
    ]),
  );
  if (!organisation) throw refuseKernel('not-found', { status: 404 });
  const { way, meantFor, profile, ...w } = words(lang).members;
  const title = w.title(organisation.name);
  return page(visit, {
    title,
    fieldNames: { way, meantFor, about: profile },
    indexed: false,
    breadcrumb: [
      { text: words(lang).list.title, href: '/actors' },
      { text: organisation.name, href: actorPath(organisation) },
      { text: title },
    ],
    main: membersView({ lang, organisation, reader, mine, members, invitations, typed, problem }),
    ...(problem ? { problem } : {}),
  });
}

const here = (visit: Visit, done: string) =>
  `/organisations/${encodeURIComponent(visit.params.ref ?? '')}/members?done=${done}`;

async function invite(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const id = organisationId(visit);
  const typed = { way: form.get('way') ?? '', meantFor: form.get('meantFor') ?? '', role: form.get('role') ?? '' };
  return visit.attempt(
    inviteMember,
    { organisationId: id, ...typed },
    {
      done: ({ link }) => {
        if (link === null) return here(visit, 'sent');
        if (link === '') return here(visit, 'recorded');
        const title = words(visit.lang).link.title;
        return page(visit, {
          title,
          layout: 'reading',
          indexed: false,
          islands: ['copy-link'],
          main: linkView(visit.lang, id, link),
        });
      },
      again: (problem) => membersPage(visit, typed, problem),
    },
  );
}

async function withdraw(visit: Visit): Promise<Reply> {
  const invitationId = (await visit.form()).get('invitation') ?? '';
  return visit.attempt(
    withdrawInvitation,
    { organisationId: organisationId(visit), invitationId },
    {
      done: () => here(visit, 'withdrawn'),
      again: (problem) => membersPage(visit, NOTHING_TYPED, problem),
    },
  );
}

async function change(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const input = { organisationId: organisationId(visit), personId: form.get('person'), role: form.get('role') };
  return visit.attempt(changeRole, input, {
    done: ({ left }) => (left ? '/account?done=saved' : here(visit, 'saved')),
    again: (problem) => membersPage(visit, NOTHING_TYPED, problem),
  });
}

async function saveProfile(visit: Visit): Promise<Reply> {
  const about = (await visit.form()).get('about') ?? '';
  return visit.attempt(
    changeOrganisation,
    { organisationId: organisationId(visit), about },
    {
      done: () => here(visit, 'saved'),
      again: (problem) => membersPage(visit, NOTHING_TYPED, problem),
    },
  );
}

function overPage(visit: Visit, problem: Problem | null): Reply {
  const title = words(visit.lang).invitation.over;
  const main = invitationOverView(visit.lang);
  return page(visit, { title, layout: 'reading', indexed: false, status: 410, main, ...(problem ? { problem } : {}) });
}

async function invitationPage(visit: Visit, problem: Problem | null): Promise<Reply> {
  const key = visit.params.key ?? '';
  const { lang, hub, now, reader } = visit;
  const shown = await visit.read((db) => invitationByHash(db, hub.id, invitationHash(key), now));
  if (!shown) return overPage(visit, problem);
  return page(visit, {
    title: words(lang).invitation.title(shown.organisation.name),
    layout: 'reading',
    indexed: false,
    main: invitationView(lang, key, shown, reader),
    ...(problem ? { problem } : {}),
  });
}

async function answer(visit: Visit): Promise<Reply> {
  const input = { key: visit.params.key ?? '', answer: (await visit.form()).get('answer') };
  return visit.attempt(answerInvitation, input, {
    done: ({ organisationId: id, accepted }) => {
      if (accepted) return `${actorPath({ id, name: '' })}?done=recorded`;
      const title = words(visit.lang).invitation.declined;
      return page(visit, { title, layout: 'reading', indexed: false, main: declinedView(visit.lang) });
    },
    again: (problem) => invitationPage(visit, problem),
  });
}

const serves = ['P1'];

export const organisationRoutes: readonly Route[] = [
  get('/organisations/new', 'person', serves, async (visit) =>
    createPage(visit, { kind: '', name: '', about: '' }, null),
  ),
  post('/organisations', 'person', serves, create),
  get('/organisations/:ref/members', 'person', serves, (visit) => membersPage(visit, NOTHING_TYPED, null)),
  post('/organisations/:ref/invitations', 'person', serves, invite),
  post('/organisations/:ref/withdrawn-invitations', 'person', serves, withdraw),
  post('/organisations/:ref/roles', 'person', serves, change),
  post('/organisations/:ref/profile', 'person', serves, saveProfile),
  get('/invitations/:key', 'public', serves, (visit) => invitationPage(visit, null)),
  post('/invitations/:key', 'person', serves, answer),
];
