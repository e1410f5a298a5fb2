import { formWords, onceField, ruleName } from '#commons/hubs/index.ts';
import type { Reader } from '#kernel/context.ts';
import { formatDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, buttons, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, textField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { link, prose } from '#ui/prose.ts';
import { type Provider, providerName } from '../../outside/provider.ts';
import { outsideWords } from '../../outside/words.ts';
import { safetyWords } from '../../safety-words.ts';
import type { OwnLevel } from '../confirm-level.ts';
import { levelWords } from '../words.ts';

export interface LevelProps {
  lang: Lang;
  reader: Reader;
  own: OwnLevel | null;
  /** name of the desk; null: the town has named none */
  office: string | null;
  /** providers that say who is a 市民 */
  outside: readonly Provider[];
  /** places in the rules of what asks for level 2 */
  needs: readonly string[];
  just: string;
  problem: Problem | null;
}

export function levelView(props: LevelProps): Html {
  const { lang, needs, just } = props;
  const w = levelWords(lang);
  const list = html`<ul>${needs.map((path) => html`<li>${ruleName(path, lang)}</li>`)}</ul>`;
  return html`${pageHead({ title: w.title, lead: w.lead })}${
    just === 'confirmed' && notice({ tone: 'success', title: w.done, live: true })
  }${section({
    title: w.needs,
    children: prose([needs.length === 0 ? html`<p>${w.needsNone}</p>` : list, html`<p>${w.kept}</p>`]),
  })}${props.reader.level === 2 ? confirmed(props) : ways(props)}<p>${link('/account', safetyWords(lang).safety.toAccount)}</p>`;
}

function confirmed({ lang, own }: LevelProps): Html {
  const w = levelWords(lang);
  const date = own && formatDate(own.confirmedAt, lang, 'short');
  const how = own && date && (own.office === null ? w.byOutside(date) : w.byDesk(date, own.office));
  return section({ title: w.now, children: prose([how && html`<p>${how}</p>`]) });
}

function ways({ lang, reader, office, outside, problem }: LevelProps): Html {
  const w = levelWords(lang);
  if (reader.level === 0)
    return notice({
      tone: 'warn',
      title: w.first,
      actions: linkButton({ href: '/account', text: safetyWords(lang).safety.toAccount }),
    });
  const code = textField(
    {
      name: 'code',
      label: w.code,
      hint: w.codeHint,
      example: w.codeExample,
      required: true,
      width: 8,
      spellcheck: false,
      autocomplete: 'off',
      error: errorAt(problem?.items ?? [], 'code'),
    },
    formWords(lang),
  );
  const links = outside.map((one) =>
    linkButton({
      href: `/sign-in/with/${one.key}?next=${encodeURIComponent('/account/citizenship')}`,
      text: outsideWords(lang).signIn(providerName(one, lang)),
    }),
  );
  return html`${section({
    title: w.desk,
    lead: office === null ? w.deskNone : w.deskText(office),
    children: form({
      action: '/account/citizenship',
      label: w.desk,
      children: [code, onceField()],
      buttons: button({ text: w.submit, tone: 'main' }),
    }),
  })}${links.length > 0 && section({ title: w.outside, children: buttons(links) })}`;
}
