/** P9: the form in which the secretariat enters a change of the rules; every present value stands in its field. */
import { LANGS, type Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import {
  type Choice,
  checkboxGroup,
  fieldGroup,
  fieldRow,
  form,
  hidden,
  selectField,
  textArea,
  textField,
} from '#ui/fields.ts';
import { heading, pageHead } from '#ui/heading.ts';
import { type Html, html, type Renderable } from '#ui/html.ts';
import { formWords } from '../form-words.ts';
import type { ModerationRules } from '../moderation-rules.ts';
import { lastingRecord } from '../public-record.ts';
import { ruleFields } from '../rule-fields.ts';
import { leavesOf, STARTS } from '../rule-leaves.ts';
import { ELECTIONS_PATH, type ElectionPart, electionField, electionRows, GROUNDS_PATH } from '../rule-lists.ts';
import { choicesOf, monthDay, ruleName, unitOf } from '../rule-values.ts';
import { ruleWords } from '../rule-words.ts';
import type { HubRules } from '../rules.ts';
import { actAsNotice, decisionFieldsView, type Typed } from './decision-fields.ts';

export interface RuleFormProps {
  lang: Lang;
  rules: HubRules;
  version: number;
  typed: Typed;
  problem: Problem | undefined;
  today: string;
  /** false: shown to read, with the way to act as the secretariat */
  mayAct: boolean;
  once: Renderable;
}

function levels(lang: Lang): Choice[] {
  return Object.entries(ruleWords(lang).levelNames).map(([value, text]) => ({ value, text }));
}

function unitText(path: string, lang: Lang): string | undefined {
  const unit = unitOf(path);
  return unit === 'count' ? undefined : ruleWords(lang).formUnits[unit];
}

function field(path: string, value: unknown, props: RuleFormProps): Html {
  const { lang, typed } = props;
  const w = ruleWords(lang);
  const f = formWords(lang);
  const base = {
    name: path,
    label: ruleName(path, lang),
    required: true,
    error: errorAt(props.problem?.items ?? [], path),
  };
  if (path === STARTS) {
    const shown = (value as string[]).map((day) => (lang === 'en' ? day : monthDay(day, 'ja'))).join('\n');
    return textArea(
      { ...base, hint: w.form.startsHint, example: w.form.startsExample, rows: 4, value: typed[path] ?? shown },
      f,
    );
  }
  if (path.startsWith('levels.'))
    return selectField({ ...base, value: typed[path] ?? String(value), empty: false, choices: levels(lang) }, f);
  if (typeof value === 'boolean') {
    const choices = [
      { value: 'yes', text: w.yes },
      { value: 'no', text: w.no },
    ];
    return selectField({ ...base, value: typed[path] ?? (value ? 'yes' : 'no'), empty: false, choices }, f);
  }
  if (path === GROUNDS_PATH)
    return html`${hidden(path, '')}${checkboxGroup({ ...base, values: typed[path]?.split('\n') ?? (value as string[]), choices: choicesOf(path, lang) }, f)}`;
  if (path === ELECTIONS_PATH) return elections(value as ModerationRules['elections'], props);
  const unit = unitText(path, lang);
  return textField(
    { ...base, inputmode: 'numeric', width: 4, value: typed[path] ?? String(value), ...(unit ? { unit } : {}) },
    f,
  );
}

/** A row for each period, and empty ones; without a script as with one. */
function elections(kept: ModerationRules['elections'], { lang, typed, problem }: RuleFormProps): Html {
  const w = ruleWords(lang).form.election;
  const f = formWords(lang);
  const rows = electionRows(kept, typed).map((row, at) => {
    const input = (part: ElectionPart) => {
      const name = electionField(at, part);
      const base = { name, label: w[part], plain: true, value: row[part], error: errorAt(problem?.items ?? [], name) };
      return textField(part === 'from' || part === 'until' ? { ...base, type: 'date' } : { ...base, maxlength: 80 }, f);
    };
    const label = w.row(String(at + 1));
    return fieldGroup(
      { name: `${ELECTIONS_PATH}.${at}`, label, plain: true },
      f,
      html`${LANGS.map((name) => input(name))}${fieldRow(input('from'), input('until'))}`,
    );
  });
  return html`${heading(3, ruleName(ELECTIONS_PATH, lang))}<p>${w.hint}</p>${rows}`;
}

export function ruleForm(props: RuleFormProps): Html {
  const { lang } = props;
  const w = ruleWords(lang);
  const leaves = leavesOf(props.rules);
  return html`${pageHead({ title: w.form.title, lead: w.form.lead })}<ul>${w.form.keeps.map(
    (text) => html`<li>${text}</li>`,
  )}</ul>${!props.mayAct && actAsNotice(lang, '/rules/new')}${form({
    action: '/rules',
    note: lastingRecord(lang),
    children: html`${props.once}${hidden('version', props.version)}${[...ruleFields(props.rules, lang)].map(
      ([group, inGroup]) =>
        html`${heading(2, w.groups[group])}${inGroup.map((path) => field(path, leaves.get(path), props))}`,
    )}${decisionFieldsView(props.typed, props.problem, props.today, lang)}`,
    buttons: html`${button({ text: w.form.save, tone: 'main', ...(props.mayAct ? {} : { reason: w.form.actAs }) })}${linkButton({ text: w.form.cancel, href: '/rules', tone: 'quiet' })}`,
  })}`;
}
