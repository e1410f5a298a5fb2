import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Unreadable } from './article.ts';
import { piecesOf } from './html-pieces.ts';
import { readSite } from './read-site.ts';

const bytes = async function* (text: string | Buffer, size = 7_000) {
  const all = Buffer.from(text);
  for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size);
};
const refused = async (text: string) =>
  readSite(bytes(text)).then(
    () => null,
    (error: Unreadable) => error.code,
  );

const RSS = (items: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>川辺の会だより</title><link>https://kawabe.example/</link>${items}</channel></rss>`;
const WXR = (items: string) =>
  `\n<?xml version="1.0"?><!-- generator --><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="c" xmlns:excerpt="e"><channel><title>川辺の会</title><link>https://kawabe.example</link><wp:wxr_version>1.2</wp:wxr_version>${items}</channel></rss>`;
const item = (fields: Record<string, string>, more = '') =>
  `<item>${Object.entries(fields)
    .map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`)
    .join('')}${more}</item>`;
const post = (content: string, more: Record<string, string> = {}) =>
  item({
    title: '清掃のお知らせ',
    'wp:post_id': '5',
    'wp:post_type': 'post',
    'wp:status': 'publish',
    'wp:post_date_gmt': '2019-04-01 00:30:00',
    'content:encoded': content,
    ...more,
  });

describe('F1.3 markup of articles becomes pieces', () => {
  test('paragraphs with bold and links, headings, lists, quotes, tables, pictures', () => {
    const { pieces, dropped } = piecesOf(
      `<h2>春の<em>清掃</em></h2><p>土手を <strong>歩いて</strong>、<a href="/plan">計画</a>を見ます。<br>雨でも。</p>
       <ul><li>軍手<ul><li>大きいもの</li></ul></li><li>帽子</li></ul>
       <blockquote><p>川は鏡</p><cite>古い歌</cite></blockquote>
       <table><caption>当番</caption><tr><th>日</th><th>人</th></tr><tr><td>1日</td></tr></table>
       <figure><a href="x"><img src="a.jpg" alt="土手の桜" class="wp-image-12"></a><figcaption>三月</figcaption></figure>`,
      'https://kawabe.example/news/',
    );
    expect(dropped).toEqual({});
    expect(pieces).toEqual([
      { is: 'heading', level: 2, text: '春の清掃' },
      {
        is: 'text',
        runs: [
          { text: '土手を ' },
          { text: '歩いて', isBold: true },
          { text: '、' },
          { text: '計画', href: 'https://kawabe.example/plan' },
          { text: 'を見ます。\n雨でも。' },
        ],
      },
      { is: 'list', isOrdered: false, items: [[{ text: '軍手' }], [{ text: '大きいもの' }], [{ text: '帽子' }]] },
      { is: 'quote', text: '川は鏡', by: '古い歌' },
      {
        is: 'table',
        rows: [
          ['日', '人'],
          ['1日', ''],
        ],
        hasHead: true,
        caption: '当番',
      },
      {
        is: 'pictures',
        pictures: [{ src: 'https://kawabe.example/news/a.jpg', attachment: '12', alt: '土手の桜', caption: '三月' }],
      },
    ]);
  });

  test('scripts, forms, frames and addresses of other schemes are left out and said', () => {
    const { pieces, dropped } = piecesOf(
      `<p onclick="x()">読む<script>alert(1)</script><a href="javascript:alert(1)">ここ</a><a href="JaVa\nScRipt:1">そこ</a></p>
       <form><input></form><svg><script>1</script></svg><style>p{}</style><img src="data:image/png;base64,AA">
       <iframe src="https://www.youtube.com/embed/abc"></iframe><iframe srcdoc="<p>x"></iframe>`,
      null,
    );
    expect(pieces).toEqual([
      { is: 'text', runs: [{ text: '読むここそこ' }] },
      { is: 'video', href: 'https://www.youtube.com/embed/abc' },
    ]);
    expect(dropped).toEqual({ script: 1, a: 2, form: 1, svg: 1, style: 1, img: 1, iframe: 1 });
  });

  test('an address of a film alone on its line is a film', () => {
    const { pieces } = piecesOf('<figure class="wp-block-embed"><div>\nhttps://youtu.be/abc\n</div></figure>', null);
    expect(pieces).toEqual([{ is: 'video', href: 'https://youtu.be/abc' }]);
  });

  test('whatever the markup, no address but of known schemes comes through, and depth ends', () => {
    const scheme = fc.constantFrom(
      'javascript:',
      'data:',
      'vbscript:',
      'https://a.example/',
      'mailto:',
      ' \tjavascript:',
    );
    const tag = fc.constantFrom('p', 'a', 'img', 'iframe', 'div', 'li', 'ul', 'table', 'td', 'b', 'figure', 'svg');
    const piece = fc
      .tuple(tag, scheme, fc.string({ maxLength: 8 }))
      .map(([t, s, x]) => `<${t} href="${s}" src='${s}'>${x}`);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (all) => {
        const said = JSON.stringify(piecesOf(all.join(''), null).pieces);
        const addresses = [...said.matchAll(/"(?:href|src)":"([^"]*)"/g)].map((one) => one[1]!);
        return addresses.every((one) => one === '' || /^(https?:\/\/|mailto:|tel:)/.test(one));
      }),
    );
    expect(piecesOf('<div>'.repeat(50_000), null).dropped['…']).toBe(1);
  });
});

describe('F1.3 feeds and exports are read', () => {
  test('RSS: the whole text before the summary, entities that XML does not know, the picture of an entry', async () => {
    const entry = `<item><title>春&nbsp;だより &amp;amp; 夏</title><link>https://kawabe.example/1</link><guid>g1</guid><pubDate>Mon, 01 Apr 2019 09:30:00 +0900</pubDate>
      <description>短い</description><content:encoded><![CDATA[<p>長い</p>]]></content:encoded><enclosure url="https://kawabe.example/p.jpg" type="image/jpeg" length="1"/></item>`;
    const { format, title, articles } = await readSite(bytes(RSS(entry), 3));
    expect([format, title]).toEqual(['rss', '川辺の会だより']);
    expect(articles[0]).toMatchObject({
      key: 'g1',
      title: '春 だより & 夏',
      publishedAt: new Date('2019-04-01T00:30:00Z'),
    });
    expect(articles[0]!.pieces.map(({ is }) => is)).toEqual(['pictures', 'text']);
  });

  test('Atom: escaped and written-out markup, and text that is only text', async () => {
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><title>輪</title>
      <entry><id>1</id><title>一</title><updated>2020-01-02T00:00:00Z</updated><link href="https://a.example/1"/><content type="html">&lt;p&gt;&lt;b&gt;太字&lt;/b&gt;&lt;/p&gt;</content></entry>
      <entry><id>2</id><title>二</title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>本<a href="https://a.example/">文</a></p><img src="/b.png" alt="絵"/></div></content><link href="https://a.example/2"/></entry>
      <entry><id>3</id><title>三</title><content>1 &lt; 2</content></entry></feed>`;
    const { articles } = await readSite(bytes(feed));
    expect(articles.map(({ key, pieces }) => [key, pieces])).toEqual([
      ['1', [{ is: 'text', runs: [{ text: '太字', isBold: true }] }]],
      [
        '2',
        [
          { is: 'text', runs: [{ text: '本' }, { text: '文', href: 'https://a.example/' }] },
          { is: 'pictures', pictures: [{ src: 'https://a.example/b.png', attachment: null, alt: '絵', caption: '' }] },
        ],
      ],
      ['3', [{ is: 'text', runs: [{ text: '1 < 2' }] }]],
    ]);
  });

  test('WordPress: drafts and the trash stay away, pages know their parent, captions and galleries find their pictures', async () => {
    const { format, articles, leftOut } = await readSite(
      bytes(
        WXR(
          post(
            `はじめの行\n次の行\n\n[caption id="attachment_9" width="300"]<img src="https://kawabe.example/wp-content/uploads/s-300x200.jpg" /> 土手[/caption]\n\n[gallery ids="9,10"]\n[contact-form-7 id="3"]`,
          ) +
            post('x', { 'wp:status': 'draft' }) +
            post('x', { 'wp:status': 'trash' }) +
            post('x', { 'wp:post_password': 'p' }) +
            post('x', { 'wp:post_type': 'nav_menu_item' }) +
            post('<!-- wp:paragraph --><p>私たち</p><!-- /wp:paragraph -->', {
              'wp:post_type': 'page',
              'wp:post_parent': '5',
              'wp:menu_order': '2',
            }) +
            item(
              {
                'wp:post_type': 'attachment',
                'wp:post_id': '9',
                'wp:attachment_url': 'https://kawabe.example/wp-content/uploads/s.jpg',
                'excerpt:encoded': '花',
              },
              '<wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value><![CDATA[桜の土手]]></wp:meta_value></wp:postmeta>',
            ),
        ),
      ),
    );
    const picture = { src: 'https://kawabe.example/wp-content/uploads/s.jpg', attachment: '9', alt: '桜の土手' };
    expect(format).toBe('wordpress');
    expect(leftOut).toEqual({ draft: 1, trash: 1, password: 1, nav_menu_item: 1 });
    expect(articles[0]).toMatchObject({
      kind: 'post',
      publishedAt: new Date('2019-04-01T00:30:00Z'),
      dropped: { '[contact-form-7]': 1 },
    });
    expect(articles[0]!.pieces).toEqual([
      { is: 'text', runs: [{ text: 'はじめの行\n次の行' }] },
      { is: 'pictures', pictures: [{ ...picture, caption: '土手' }] },
      { is: 'pictures', pictures: [{ ...picture, caption: '花' }] },
    ]);
    expect(articles[1]).toMatchObject({
      kind: 'page',
      parent: '5',
      order: 2,
      pieces: [{ runs: [{ text: '私たち' }] }],
    });
  });

  test('a map in a frame and a sound keep their address; a film and a table take the words below them', () => {
    const { pieces, dropped } = piecesOf(
      `<iframe src="https://maps.example/embed?pb=1"></iframe>
       <figure class="wp-block-audio"><audio controls src="https://kawabe.example/uta.mp3"></audio></figure>
       <figure class="wp-block-embed"><div>https://youtu.be/abc</div><figcaption>会の動画</figcaption></figure>
       <figure class="wp-block-table"><table><tr><td>1日</td></tr></table><figcaption>予定</figcaption></figure>
       <div class="wp-block-file"><a href="https://kawabe.example/k.pdf">会則</a><a class="wp-block-file__button" href="https://kawabe.example/k.pdf">ダウンロード</a></div>`,
      null,
    );
    const link = (href: string, text = href) => ({ is: 'text', runs: [{ text, href }] });
    expect(pieces).toEqual([
      link('https://maps.example/embed?pb=1'),
      link('https://kawabe.example/uta.mp3'),
      { is: 'video', href: 'https://youtu.be/abc', title: '会の動画' },
      { is: 'table', rows: [['1日']], hasHead: false, caption: '予定' },
      link('https://kawabe.example/k.pdf', '会則'),
    ]);
    expect(dropped).toEqual({});
  });

  test('RSS 1.0 by the address of each entry; Media RSS and Atom give a picture, too', async () => {
    const rdf = `<rdf:RDF xmlns:rdf="r" xmlns="http://purl.org/rss/1.0/" xmlns:dc="d"><channel rdf:about="https://k.example/"><title>川</title></channel>
      <item rdf:about="https://k.example/1"><title>一</title><link>https://k.example/1?utm</link><dc:date>2008-05-01T10:00:00+09:00</dc:date><description>話</description></item></rdf:RDF>`;
    const [one] = (await readSite(bytes(rdf))).articles;
    expect([one!.key, one!.publishedAt]).toEqual(['https://k.example/1', new Date('2008-05-01T01:00:00Z')]);
    const media = RSS(
      '<item><title>絵</title><media:content url="https://k.example/e.jpg" medium="image"/><description>話</description></item>',
    );
    const atom =
      '<feed><entry><title>絵</title><link rel="enclosure" type="image/png" href="https://k.example/e.png"/><summary>話</summary></entry></feed>';
    for (const feed of [media, atom])
      expect((await readSite(bytes(feed))).articles[0]!.pieces.map(({ is }) => is)).toEqual(['pictures', 'text']);
  });

  test('control characters in an export are read over; Shift_JIS is read when the file says so', async () => {
    const { articles } = await readSite(bytes(WXR(post('会\u0008計'))));
    expect(articles[0]!.pieces).toHaveLength(1);
    const sjis = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="Shift_JIS"?><rss><channel><title>'),
      Buffer.from([0x92, 0x63, 0x91, 0xcc]),
      Buffer.from('</title></channel></rss>'),
    ]);
    expect((await readSite(bytes(sjis, 70))).title).toBe('団体');
  });

  test('entities of its own, four million elements, bottomless depth, a torn file, a page: each is refused by name', async () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]><rss><channel><title>&lol2;</title></channel></rss>`;
    expect(await refused(laughs)).toBe('entities');
    expect(await refused(`<rss><channel>${'<a/>'.repeat(1_000_001)}</channel></rss>`)).toBe('too-many-elements');
    expect(await refused(`<rss><channel>${'<a>'.repeat(100)}`)).toBe('too-deep');
    expect(await refused('<rss><channel><item><title>あ')).toBe('cut-off');
    expect(await refused('<html><body>これは頁です</body></html>')).toBe('no-feed');
    expect(await refused('GIF89a')).toBe('not-xml');
    expect(
      await refused(`<rss><channel><item><description>${'あ'.repeat(1_000_001)}</description></item></channel></rss>`),
    ).toBe('too-long');
    expect(await refused('')).toBe('not-xml');
  });
});
