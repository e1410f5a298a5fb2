import { describe, expect, test } from 'vitest';
import { readSite } from './read-site.ts';

const bytes = async function* (text: string) {
  yield Buffer.from(text);
};
const WXR = (items: string) =>
  `<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>川辺の会</title><link>https://kawabe.example</link><wp:wxr_version>1.2</wp:wxr_version>${items}</channel></rss>`;
const item = (fields: Record<string, string>, more = '') =>
  `<item>${Object.entries(fields)
    .map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`)
    .join('')}${more}</item>`;
const post = (content: string, more: Record<string, string> = {}) =>
  item({ 'wp:post_id': '5', 'wp:post_type': 'post', 'wp:status': 'publish', 'content:encoded': content, ...more });

describe('F1.3 what an export tells of its pictures', () => {
  test('WordPress: the picture that stands for an article, galleries by number or of whatever was sent up, words below each', async () => {
    const UP = 'https://kawabe.example/wp-content/uploads/2023/04';
    const picture = (id: string, file: string, alt: string, more: Record<string, string> = {}) =>
      item(
        { 'wp:post_type': 'attachment', 'wp:post_id': id, 'wp:attachment_url': `${UP}/${file}`, ...more },
        `<wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value>${alt}</wp:meta_value></wp:postmeta>`,
      );
    const meta = (name: string, value: string) =>
      `<wp:postmeta><wp:meta_key>${name}</wp:meta_key><wp:meta_value>${value}</wp:meta_value></wp:postmeta>`;
    const comment = `<wp:comment><wp:comment_content>よい会</wp:comment_content><wp:commentmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>10</wp:meta_value></wp:commentmeta></wp:comment>`;
    const { articles } = await readSite(
      bytes(
        WXR(
          post('<p>本文</p>').replace('</item>', `${meta('_thumbnail_id', '9')}</item>`) +
            post(`<p><img src="${UP}/s-300x200.jpg"></p>`, { 'wp:post_id': '6' }).replace(
              '</item>',
              `<category domain="post_tag" nicename="k">川</category>${comment}</item>`,
            ) +
            post(
              `<!-- wp:gallery --><figure class="wp-block-gallery"><figure><img class="wp-image-9"/><figcaption>一枚め</figcaption></figure><figure><img class="wp-image-10"/></figure><figcaption>二枚の話</figcaption></figure><!-- /wp:gallery -->`,
              { 'wp:post_id': '7' },
            ) +
            post('[gallery columns="2"]', { 'wp:post_id': '8' }) +
            picture('9', 's.jpg', '土手', { 'wp:post_parent': '5' }) +
            picture('10', 'k.png', '橋', { 'wp:post_parent': '8' }) +
            picture('11', 'plan.pdf', '', { 'wp:post_parent': '8' }),
        ),
      ),
    );
    const [s, k] = [
      { src: `${UP}/s.jpg`, attachment: '9', alt: '土手', caption: '' },
      { src: `${UP}/k.png`, attachment: '10', alt: '橋', caption: '' },
    ];
    expect(articles.map(({ pieces }) => pieces)).toEqual([
      [
        { is: 'pictures', pictures: [s] },
        { is: 'text', runs: [{ text: '本文' }] },
      ],
      [{ is: 'pictures', pictures: [{ ...s, attachment: null }] }],
      [
        { is: 'pictures', pictures: [{ ...s, caption: '一枚め' }, k] },
        { is: 'text', runs: [{ text: '二枚の話' }] },
      ],
      [{ is: 'pictures', pictures: [k] }],
    ]);
    expect(articles[1]!.dropped).toEqual({ category: 1, 'wp:comment': 1 });
  });
});
