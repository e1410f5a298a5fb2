/** デモのメール箱の言葉。 */
export const ja = {
  title: 'デモのメール',
  lead: 'デモでは、メールは外へ送られません。送られるはずだったメールを、ここで読めます。',
  to: 'あて先',
  at: '日時',
  state: '状態',
  waiting: '送っていません',
  sent: '送りました',
  failed: (error: string) => `送れませんでした（${error}）`,
  asText: '文字だけで見る',
  asHtml: 'HTML で見る',
  back: 'メールの一覧へ',
  empty: 'メールはまだありません',
  emptyTry: '登録やパスワードの再設定をすると、ここに届きます。',
};
