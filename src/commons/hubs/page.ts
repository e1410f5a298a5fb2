/** The frame of every page: menu of what is open (P9), languages, who is signed in, data and proof links, and the way to say that something is wrong. */
import type { ActorKind, Reader } from '#kernel/context.ts';
import { withoutTails } from '#kernel/ids.ts';
import { LANGS, type Lang, labelled } from '#kernel/lang.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { errorSummary } from '#ui/error-summary.ts';
import { hidden } from '#ui/fields.ts';
import { personParts } from '#ui/header.ts';
import { type Html, html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { type Crumb, type DataLink, type PersonParts, type ShellPerson, shell } from '#ui/shell.ts';
import { accentOf } from './accent.ts';
import { namesShown } from './left-name.ts';
import { personalIn } from './personal.ts';
import { type FunctionKey, isOpen } from './town-functions.ts';
import { words } from './words.ts';

export interface PageProps {
  title: string;
  main: Html;
  /** part with the h1, beside which `now` stands; without it `main` brings the h1 */
  head?: Html;
  now?: Html;
  aside?: Html;
  layout?: 'wide' | 'reading';
  /** from the first level below home; home is added */
  breadcrumb?: readonly Crumb[];
  /** main place in the menu this page belongs to */
  place?: Place;
  description?: string;
  status?: number;
  problem?: Problem;
  /** labels of the form's fields: the summary says which of them each message is about */
  fieldNames?: Readonly<Record<string, string>>;
  islands?: readonly string[];
  /** style sheets of this page beside the common one, see ui/assets */
  styles?: readonly string[];
  dataLinks?: readonly DataLink[];
  /** the public thing whose journal entries prove this page */
  proof?: { kind: string; id: string };
  responsible?: string;
  updated?: { text: string; datetime: string };
  indexed?: boolean;
  /** X8: what the page is about, in the words of schema.org; its context is added */
  about?: Readonly<Record<string, unknown>>;
  /** for whoever shares the page: an absolute address, and what can be seen on the picture */
  image?: { src: string; alt: string };
  cookies?: readonly string[];
}

export type Place =
  | 'home'
  | 'proposals'
  | 'rounds'
  | 'plans'
  | 'answers'
  | 'policies'
  | 'debates'
  | 'activities'
  | 'groups'
  | 'actors'
  | 'functions'
  | 'activity'
  | 'journal';

/** `of`: the function a place belongs to; it stands in the menu where that is open (P9). */
const PLACES: readonly { place: Place; href: string; of?: FunctionKey }[] = [
  { place: 'home', href: '/' },
  { place: 'proposals', href: '/proposals', of: 'participation' },
  { place: 'rounds', href: '/rounds', of: 'participation' },
  { place: 'plans', href: '/plans', of: 'participation' },
  { place: 'answers', href: '/answers', of: 'participation' },
  { place: 'policies', href: '/policies', of: 'participation' },
  { place: 'debates', href: '/debates' },
  { place: 'activities', href: '/activities', of: 'information' },
  { place: 'groups', href: '/groups', of: 'registration' },
  { place: 'activity', href: '/activity' },
  { place: 'journal', href: '/journal' },
];

const LANGUAGE_NAMES: Record<Lang, string> = { ja: '日本語', easy: 'やさしい日本語', en: 'English' };

/** A whole page as a reply. */
export function page(visit: Visit, props: PageProps): Reply {
  const w = words(visit.lang);
  // Name, colour and menu stand on every page: when one of them changes, all are made anew.
  visit.tag('hub');
  const takesPart = isOpen(visit.hub, 'participation');
  const places = PLACES.filter(({ of }) => of === undefined || isOpen(visit.hub, of));
  const body = shell({
    lang: visit.lang,
    words: w.shell,
    hub: {
      name: visit.hub.name[visit.lang],
      tagline: visit.hub.tagline[visit.lang],
      href: '/',
      ...accentOf(visit.hub),
    },
    title: props.title,
    ...(props.description ? { description: props.description } : {}),
    assets: {
      css: visit.assets.css,
      icon: visit.assets.icon,
      ...stylesOf(visit, props),
      islands: islandsOf(visit, props),
    },
    canonical: visit.hub.origin + visit.url.pathname,
    ...(props.indexed === false ? { indexed: false } : {}),
    ...(props.image ? { image: props.image } : {}),
    ...(props.about ? { about: { '@context': 'https://schema.org', ...props.about } } : {}),
    nav: places.map(({ place, href }) => ({ href, text: w.nav[place], current: place === props.place })),
    ...(props.breadcrumb ? { breadcrumb: [{ text: w.nav.home, href: '/' }, ...props.breadcrumb] } : {}),
    languages: LANGS.map((lang) => ({
      lang,
      text: LANGUAGE_NAMES[lang],
      href: inLanguage(visit.url, lang),
      current: lang === visit.lang,
    })),
    search: { action: '/search', query: visit.url.pathname === '/search' ? visit.query('q') : '' },
    personParts: whoReads(visit),
    notices: notices(visit, props),
    ...(props.head ? { head: props.head } : {}),
    ...(props.now ? { now: props.now } : {}),
    main: props.main,
    ...(props.aside ? { aside: props.aside } : {}),
    ...(props.layout ? { layout: props.layout } : {}),
    footer: {
      runBy: w.runBy(visit.hub.town[visit.lang]),
      ...(props.responsible ? { responsible: props.responsible } : {}),
      ...(props.updated ? { updated: props.updated } : {}),
      data: [
        ...(props.dataLinks ?? []),
        ...(props.proof ? [{ href: `/proofs/${props.proof.kind}/${props.proof.id}`, text: w.proof }] : []),
      ],
      wrong: { href: `/reports/new?about=${encodeURIComponent(reportedPath(visit))}`, text: w.wrong },
      links: [
        { href: '/data', text: w.dataAndSources },
        { href: '/journal', text: w.journalLink },
        ...(takesPart
          ? [
              { href: '/meetings', text: w.nav.meetings },
              { href: '/committees', text: w.nav.committees },
              { href: '/panels', text: w.nav.panels },
            ]
          : []),
        ...(isOpen(visit.hub, 'information')
          ? [
              { href: '/activities', text: w.nav.activities },
              { href: '/events', text: w.nav.events },
              { href: '/showcases', text: w.nav.showcases },
            ]
          : []),
        ...(isOpen(visit.hub, 'registration') ? [{ href: '/groups', text: w.nav.groups }] : []),
        { href: '/actors', text: w.nav.actors },
        { href: '/functions', text: w.nav.functions },
        { href: '/rules', text: w.nav.rules },
        { href: '/moderation/rules', text: w.writingRules },
        { href: '/source.zip', text: w.source },
      ],
      licence: w.licence,
    },
  });
  return {
    status: props.status ?? props.problem?.status ?? 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      ...(props.cookies ? { 'set-cookie': [...props.cookies] } : {}),
    },
    body: namesShown(body.toString(), visit.lang),
  };
}

function stylesOf({ assets }: Visit, { styles = [] }: PageProps): { styles?: string[] } {
  return styles.length > 0 && assets.style ? { styles: styles.map((name) => assets.style!(name)) } : {};
}

/** A field with a limit brings its counter: whoever makes a page with such a form needn't think of it. */
function islandsOf(visit: Visit, { islands = [], main }: PageProps): string[] {
  const counts = main.markup.includes('<char-counter') ? ['char-counter'] : [];
  return [...new Set(['menu-toggle', ...islands, ...counts])].map((name) => visit.assets.island(name));
}

/** Who is signed in stands in the frame alone: the rest of a page may be the same for everybody. */
function whoReads(visit: Visit): PersonParts {
  const next = visit.request.method === 'GET' ? withoutTails(visit.url.pathname) + visit.url.search : '/';
  const signIn = { href: `/sign-in?next=${encodeURIComponent(next)}`, text: words(visit.lang).shell.signIn };
  const { each } = personalIn(visit);
  const part = (name: keyof PersonParts) =>
    each(
      ({ reader }) => reader && personOf(reader, visit.lang),
      (person) => personParts({ words: words(visit.lang).shell, ...(person ? { person } : { signIn }) })[name],
    );
  return { switchLink: part('switchLink'), account: part('account'), acting: part('acting') };
}

function personOf({ person, acting, roles, unread = 0 }: Reader, lang: Lang): ShellPerson {
  const { name, kind } = acting;
  const w = words(lang).inbox;
  return {
    name: person.name,
    href: '/account',
    inbox: { href: '/notices', text: w.text, ...(unread > 0 ? { count: unread, countText: w.unread(unread) } : {}) },
    ...(roles.length > 0 ? { switchHref: '/acting-as' } : {}),
    ...(acting.id === person.id ? {} : { actingAs: { name, kind, kindText: kindWord(lang, kind) } }),
  };
}

function notices(visit: Visit, props: PageProps): Html | null {
  const w = words(visit.lang);
  if (props.problem) {
    const named = props.problem.items.map((item) => {
      const name = item.field && props.fieldNames?.[item.field];
      return name ? { ...item, message: labelled(name, item.message, visit.lang) } : item;
    });
    const canBeMended = named.some((item) => item.field !== undefined);
    return errorSummary(canBeMended ? w.form.summary : w.form.refused, named);
  }
  const asked = visit.query('done');
  // Anybody may write anything there, also what every object has: constructor, toString.
  const done = Object.hasOwn(w.done, asked) ? w.done[asked] : null;
  return done ? notice({ tone: 'success', title: done }) : null;
}

function inLanguage(url: URL, lang: Lang): string {
  const query = new URLSearchParams(url.searchParams);
  query.delete('done');
  query.set('lang', lang);
  return `${withoutTails(url.pathname)}?${query}`;
}

/** What a report of a mistake names. A key that opens a page by itself stays with whoever was given it. */
function reportedPath({ url, params }: Visit): string {
  const segments = url.pathname.split('/').filter((segment) => params.key === undefined || segment !== params.key);
  return withoutTails(segments.join('/'));
}

/** The kind of an actor, always said in words beside its shape. */
export function kindWord(lang: Lang, kind: ActorKind): string {
  return words(lang).kinds[kind];
}

/** Number of this form: sent twice, it is carried out once. Only on pages for signed-in readers, which are never kept. */
export function onceField(): Html {
  return html`${hidden('once', crypto.randomUUID())}`;
}
