import { wordSet } from '#kernel/words.ts';

export const words = wordSet({
  ja: {
    refusals: {
      'too-few-voters': (facts: Record<string, string | number>) =>
        `えらんだ人が${facts.least}人より少ないので、データにしません。だれがどうえらんだか、わかってしまうおそれがあるからです。`,
    },
  },
  easy: {
    refusals: {
      'too-few-voters': (facts) =>
        `えらんだ 人が ${facts.least}人より 少（すく）ないので、データに しません。だれが えらんだか、わかるかも しれない からです。`,
    },
  },
  en: {
    refusals: {
      'too-few-voters': (facts) =>
        `Fewer than ${facts.least} people have chosen, so there is no export: it might tell who chose what.`,
    },
  },
});
