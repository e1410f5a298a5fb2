export const ja = {
  kinds: {
    adopted: '採択',
    partly: '一部採択',
    alternative: '代替案',
    'under-study': '検討継続',
    'already-done': '実施済み',
    'not-ours': '権限外',
    declined: '不採択',
  },
};
