// P6: <journal-check data-src="…"> checks a proof in the reader's own browser: it fetches the proof as JSON, recomputes
// everything with Web Crypto, and writes each step down. Inside it: a hidden <button>, an empty <ol>, a [role=status].
//
// Words are attributes, with {origin} {size} {index} {at} {part} {count} filled in:
//   data-running, data-done, data-wrong, data-unreachable, data-unable (no Web Crypto here, e.g. without HTTPS)
//   data-signature-holds | -fails | -unsupported, data-inclusion-holds | -fails, data-part-holds | -fails, data-silent-holds
//   data-name-<part>: a part's name for people. data-key: the verifier key to trust, else the proof's own.
import { allHold, checkProofs, type ProofStep } from '#commons/journal/proof-check.ts';
import type { ProofDocument } from '#commons/journal/proof-json.ts';

const MARKS = { holds: '✓', fails: '✗', unsupported: '–' } as const;

class JournalCheck extends HTMLElement {
  #running = false;

  connectedCallback(): void {
    const button = this.querySelector('button');
    if (!button || button.dataset.ready === '') return;
    button.dataset.ready = '';
    button.hidden = false;
    button.addEventListener('click', () => void this.#run());
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    this.querySelector('ol')?.replaceChildren();
    try {
      await this.#check();
    } catch {
      this.#say('unreachable');
    } finally {
      this.#running = false;
    }
  }

  async #check(): Promise<void> {
    // Browsers keep Web Crypto from pages that did not come over HTTPS.
    if (!globalThis.crypto?.subtle) {
      this.#say('unable');
      return;
    }
    this.#say('running');
    const response = await fetch(this.getAttribute('data-src') ?? '', { headers: { Accept: 'application/json' } });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    const proof = (await response.json()) as ProofDocument;
    const steps: ProofStep[] = [];
    for await (const step of checkProofs(proof, this.getAttribute('data-key') ?? undefined)) {
      steps.push(step);
      this.#show(step);
    }
    this.#say(allHold(steps) ? 'done' : 'wrong');
  }

  #show(step: ProofStep): void {
    const item = document.createElement('li');
    item.className = `proof-${step.outcome}`;
    const mark = document.createElement('span');
    mark.setAttribute('aria-hidden', 'true');
    mark.textContent = `${MARKS[step.outcome]} `;
    item.append(mark, this.#words(`${step.step}-${step.outcome}`, this.#facts(step)));
    if (step.step === 'part') {
      const quote = document.createElement('blockquote');
      for (const text of textsOf(step.content)) {
        const paragraph = document.createElement('p');
        paragraph.textContent = text;
        quote.append(paragraph);
      }
      item.append(quote);
    }
    this.querySelector('ol')?.append(item);
  }

  #facts(step: ProofStep): Record<string, string> {
    const lang = this.closest('[lang]')?.getAttribute('lang') ?? 'ja';
    const number = (value: number) => value.toLocaleString(lang);
    switch (step.step) {
      case 'signature':
        return { origin: step.origin, size: number(step.size) };
      case 'inclusion':
        return { index: number(step.index), at: timeOf(step.at, lang) };
      case 'part':
        return { part: this.getAttribute(`data-name-${step.part}`) ?? step.part, index: number(step.index) };
      case 'silent':
        return { count: number(step.count), index: number(step.index) };
    }
  }

  #say(word: string): void {
    const status = this.querySelector('[role="status"]');
    if (status) status.textContent = this.#words(word, {});
  }

  #words(name: string, facts: Record<string, string>): string {
    const words = this.getAttribute(`data-${name}`) ?? name;
    return words.replace(/\{(\w+)\}/g, (hole, fact: string) => facts[fact] ?? hole);
  }
}

/** All texts in a content, in the order of its canonical form. */
function textsOf(content: unknown): string[] {
  if (typeof content === 'string') return [content];
  if (typeof content === 'number' || typeof content === 'boolean') return [String(content)];
  if (content === null || typeof content !== 'object') return [];
  if (Array.isArray(content)) return content.flatMap(textsOf);
  const members = content as Record<string, unknown>;
  return Object.keys(members)
    .sort()
    .flatMap((member) => textsOf(members[member]));
}

function timeOf(at: string, lang: string): string {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return '';
  return new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'medium', timeZone: 'Asia/Tokyo' }).format(time);
}

customElements.define('journal-check', JournalCheck);
