/** F9, Import and export: a debate in the CSV files that Polis publishes. */
export { type Chance, type Conversation, conversationOf } from './conversation.ts';
export { words as exportWords } from './words.ts';
