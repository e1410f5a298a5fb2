/** F9.5: what the edge of a module may do with the model an operator has named. */
export { chat, LlmFailed, type Question } from './chat.ts';
export { type LlmSettings, llm, llmSettings, openLlm } from './setting.ts';
