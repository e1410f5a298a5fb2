import type { SameWords } from '#kernel/words.ts';
import type { ja } from './words.ja.ts';

export const en: SameWords<typeof ja> = {
  title: 'The demo’s mail',
  lead: 'In the demo no mail leaves this machine. The letters that would have been sent can be read here.',
  to: 'To',
  at: 'When',
  state: 'State',
  waiting: 'not sent',
  sent: 'sent',
  failed: (error) => `could not be sent (${error})`,
  asText: 'as plain text',
  asHtml: 'as HTML',
  back: 'All letters',
  empty: 'No letters yet',
  emptyTry: 'Sign up, or ask for a new password, and they arrive here.',
};
