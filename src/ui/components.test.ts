import { describe, expect, test } from 'vitest';
import { actor, initialOf } from './actor.ts';
import { breadcrumb } from './breadcrumb.ts';
import { actButton, button, linkButton } from './button.ts';
import { chip, chips } from './chip.ts';
import { diffView } from './diff-view.ts';
import { pageHead } from './heading.ts';
import { html, toText } from './html.ts';
import { ICON_NAMES, icon } from './icons.ts';
import { keyValues, list } from './list.ts';
import { meters } from './meter.ts';
import { nowBox } from './now-box.ts';
import { pager } from './pager.ts';
import { linked, paragraphs } from './prose.ts';
import { steps } from './steps.ts';
import { table } from './table.ts';
import { voice } from './thread.ts';
import { voteBar, voteButtons } from './votes.ts';

const evil = `"><script>alert('x')</script>`;

describe('buttons', () => {
  test('a blocked act is disabled and says why, whatever kind it is', () => {
    for (const blocked of [
      button({ text: '送る', reason: 'まだです' }),
      linkButton({ text: '送る', href: '/x', reason: 'まだです' }),
      actButton({ text: '送る', action: '/x', reason: 'まだです' }),
    ]) {
      expect(toText(blocked)).toContain(' disabled>送る</button>');
      expect(toText(blocked)).toContain('まだです');
      expect(toText(blocked)).not.toMatch(/<a |<form/);
    }
  });

  test('addresses pass through url', () => {
    expect(toText(linkButton({ text: 'x', href: 'javascript:alert(1)' }))).toContain('href="#"');
    expect(toText(actButton({ text: 'x', action: '//evil.example' }))).toContain('action="#"');
  });
});

describe('words', () => {
  test('an initial is one visible character', () => {
    expect(initialOf(' 山田')).toBe('山');
    expect(initialOf('👨‍👩‍👧の会')).toBe('👨‍👩‍👧');
    expect(initialOf('か\u3099んば')).toBe('か\u3099');
    expect(initialOf('')).toBe('？');
  });

  test('an actor’s kind is always said in words', () => {
    expect(toText(actor({ kind: 'group', name: evil, kindText: '団体' }))).toMatch(/&lt;script.*団体/s);
  });

  test('typed text becomes paragraphs and links, nothing else', () => {
    expect(toText(paragraphs('一\n二\n \n三<b>'))).toBe('<p>一<br>二</p><p>三&lt;b&gt;</p>');
    expect(toText(linked('見て（https://example.jp/a?b=1&c=2）。'))).toBe(
      '見て（<a href="https://example.jp/a?b=1&amp;c=2" rel="ugc nofollow noopener">https://example.jp/a?b=1&amp;c=2</a>）。',
    );
    expect(toText(linked('https://example.jp/a.'))).toContain('/a</a>.');
    expect(toText(linked('javascript://alert(1) x://y "https://a.jp/"><i>'))).not.toMatch(/href="javascript|<i>/);
  });

  test('chips differ by sign, and an empty row writes nothing', () => {
    expect(toText(chip('late', '9日過ぎています'))).toContain('<svg');
    expect(chips([null, false])).toBeNull();
  });

  test('every icon is drawn and hidden from screen readers', () => {
    for (const name of ICON_NAMES)
      expect(toText(icon(name))).toMatch(
        /^<svg [^>]*aria-hidden="true"[^>]*><use href="\/assets\/icons\.[0-9a-f]{8}\.svg#[a-z-]+"\/><\/svg>$/,
      );
  });
});

describe('boxes and lists', () => {
  test('the first open act is the main one', () => {
    const box = toText(
      nowBox({
        title: 'いまできること',
        acts: [
          { text: 'とじた', href: '/a', reason: '終わりました' },
          { text: 'ひらいた', href: '/b' },
          { text: '次', action: '/c' },
        ],
      }),
    );
    expect(box.match(/button-main/g)).toHaveLength(1);
    expect(box).toContain('<a class="button button-main" href="/b">');
    expect(box).toContain('<form class="act-form" method="post" action="/c">');
  });

  test('bars stay inside, full ones are not marked as lacking', () => {
    const bars = toText(
      meters([
        { label: 'a', value: 9, max: 3, text: '9' },
        { label: 'b', value: -1, max: 3, text: '0' },
        { label: 'c', value: 0, max: 0, text: '0' },
      ]),
    );
    expect(Array.from(bars.matchAll(/class="meter-done" width="([^"]+)"/g), (match) => match[1])).toEqual([
      '100%',
      '0%',
      '100%',
    ]);
    expect(bars.match(/meter-lacking/g)).toHaveLength(1);
  });

  test('rows name their columns, so that a phone can show them one by one', () => {
    const markup = toText(
      table({ caption: '本', columns: [{ text: 'たな' }, { text: '数', number: true }], rows: [['料理', 0]] }),
    );
    expect(markup).toContain('<th scope="row">料理</th><td class="number" data-column="数">0</td>');
  });

  test('what has no value is left out', () => {
    expect(
      toText(
        keyValues([
          ['a', null],
          ['b', 0],
          ['c', undefined],
        ]),
      ),
    ).toBe('<dl class="key-values"><div><dt>b</dt><dd>0</dd></div></dl>');
    expect(pager({ label: 'x' })).toBeNull();
    expect(breadcrumb([{ text: 'ホーム' }], 'x')).toBeNull();
    expect(toText(list(['a'], 21))).toContain('start="21"');
    expect(toText(pageHead({ title: 'x' }))).toBe('<h1>x</h1>');
  });

  test('only the present step is marked as such', () => {
    const markup = toText(
      steps({
        label: 'x',
        words: { done: '済', now: '今', next: '次' },
        steps: [
          { text: 'a', state: 'done' },
          { text: 'b', state: 'now' },
          { text: 'c', state: 'next' },
        ],
      }),
    );
    expect(markup.match(/aria-current="step"/g)).toHaveLength(1);
    expect(markup).toMatch(/済.*今.*次/s);
  });
});

describe('voices', () => {
  const options = [
    { value: 'agree', text: '賛' },
    { value: 'disagree', text: '否' },
  ];

  test('the chosen button is pressed and can be taken back', () => {
    const chosen = toText(voteButtons({ action: '/v', label: 'x', options, chosen: 'agree', takeBack: '取り消す' }));
    expect(chosen).toContain('value="agree" aria-pressed="true"');
    expect(chosen).toContain('value="disagree" aria-pressed="false"');
    expect(chosen).toMatch(/class="vote-back" name="choice" value="">/);
    expect(toText(voteButtons({ action: '/v', label: 'x', options, takeBack: '取り消す' }))).toMatch(
      /class="vote-back"[^>]* hidden>/,
    );
  });

  test('when one can’t choose, the buttons are disabled and the reason stands there', () => {
    const blocked = toText(
      voteButtons({ action: '/v', label: 'x', options, takeBack: '取り消す', reason: '終わりました' }),
    );
    expect(blocked.match(/ disabled>/g)).toHaveLength(2);
    expect(blocked).toContain('終わりました');
  });

  test('shares fill the bar; nothing is drawn for no votes', () => {
    const bar = (counts: number[]): string =>
      toText(
        voteBar({
          label: 'x',
          say: (part) => `${part.count}`,
          parts: counts.map((count, i) => ({
            tone: (['agree', 'disagree', 'pass'] as const)[i]!,
            text: '',
            count,
            share: '',
          })),
        }),
      );
    const widths = Array.from(bar([1, 1, 1]).matchAll(/<svg x="([\d.]+)%" width="([\d.]+)%"/g), (match) =>
      Number(match[2]),
    );
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100, 1);
    expect(bar([0, 0, 0])).not.toContain('<svg');
    expect(bar([0, 5, 0]).match(/<svg x=/g)).toHaveLength(1);
  });

  test('a voice that is gone shows none of its words', () => {
    const markup = toText(
      voice({
        id: 'v',
        actor: { kind: 'person', name: 'a', kindText: 'b' },
        body: '秘密',
        reason: '理由',
        gone: '取り下げました',
      }),
    );
    expect(markup).not.toMatch(/秘密|理由/);
    expect(markup).toContain('取り下げました');
  });

  test('a comparison names each change for those who can’t see it', () => {
    const diffWords = { before: '前', after: '後', removed: '削除', added: '追加', end: '終', same: '同じ' };
    const inline = toText(diffView({ before: '赤い本', after: '青い本<', mode: 'inline', words: diffWords }));
    expect(inline).toMatch(/<del>.*\[削除\].*赤い.*<\/del>.*<ins>.*\[追加\].*青い/s);
    expect(inline).toContain('&lt;');
    expect(toText(diffView({ before: 'a', after: 'a', mode: 'side', words: diffWords }))).toContain('同じ');
    const side = toText(diffView({ before: '赤', after: '青', mode: 'side', words: diffWords }));
    expect(side).toMatch(/前.*赤.*後.*青/s);
  });

  test('html in props stays html', () => {
    expect(
      toText(voice({ id: 'v', actor: { kind: 'person', name: 'a', kindText: 'b' }, body: html`<p>段</p>` })),
    ).toContain('<p>段</p>');
  });
});
