import { describe, expect, test } from 'vitest';
import type { Module } from '#kernel/module.ts';
import { houseMap } from './house-map.ts';

const handle = () => Promise.reject(new Error('a sample'));
const sample: Module = {
  name: 'proposals',
  clause: '市民提案ができる',
  capabilities: ['F9.1'],
  tables: ['proposals'],
  routes: [
    { method: 'GET', path: '/proposals', access: 'public', serves: ['F9.1'], handle },
    { method: 'POST', path: '/proposals', access: 'person', serves: ['F9.1'], handle },
    { method: 'GET', path: '/elsewhere', access: 'public', serves: ['P4'], handle },
  ],
  emits: ['proposals.published'],
  ticks: [{ name: 'proposals.tidy', everySeconds: 7200, run: async () => {} }],
  personalData: [{ table: 'proposals', columns: ['actor_id'], why: 'だれの|提案か', onErasure: 'kept-without-person' }],
};
const house = {
  folders: new Map([['proposals', 'src/functions/participation/proposals']]),
  tests: [{ path: 'a.test.ts', text: `${'describe'}('F9.1 drafts', () => {` }],
};

describe('the map of the house', () => {
  const text = houseMap([sample], house);
  const part = (title: string) => text.split(/^##+ /m).find((one) => one.startsWith(title)) ?? '';

  test('leads from a capability to its pages, tables and tests', () => {
    expect(part('F9.1 ')).toContain('- `/proposals (GET, POST person)`');
    expect(part('F9.1 ')).not.toContain('/elsewhere');
    expect(part('F9.1 ')).toContain('- Modules: `src/functions/participation/proposals`');
    expect(part('F9.1 ')).toContain('- Tables: `proposals`');
    expect(part('F9.1 ')).toContain('<summary>1 test files</summary>\n\n- `a.test.ts`');
  });

  test('lists as not open what nobody claims, and only that', () => {
    expect(part('Not open yet')).toContain('| F9.2 |');
    expect(part('Not open yet')).not.toContain('| F9.1 |');
  });

  test('says of each module what it tells and does, and of each column why it is there', () => {
    expect(part('proposals')).toContain('「市民提案ができる」');
    expect(part('proposals')).toContain('- Regular work: proposals.tidy every 2 hours');
    expect(part('What is kept about people')).toContain(
      '| `proposals` | `actor_id` | だれの\\|提案か | kept, with nobody’s name |',
    );
  });
});
