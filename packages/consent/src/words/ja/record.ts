import type { RecordText } from '../en/record.ts'

/** The texts about the visitor's own record in Japanese. */
export const text: RecordText = {
  again: {
    outdated: '前回の選択(バージョン{before})の後にポリシーが変更されました。',
    expired: '{before}の選択の有効期限が切れました。',
    decided: '新しく加わった、または未回答の項目です。ほかの選択はそのまま維持されます。',
  },
  none: 'まだ選択されていません。',
  outdated:
    '選択された後にポリシーが変更されました。改めて選択いただくまで、必須以外のCookieは使用しません。',
  expired: '選択の有効期限が切れました。改めて選択いただくまで、必須以外のCookieは使用しません。',
  allowed: '許可',
  refused: '拒否',
  nothing: 'なし',
  decidedAt: '選択日時',
  expiresAt: '有効期限',
  version: 'ポリシーのバージョン',
  how: '方法',
  methods: {
    accept: 'すべて同意',
    reject: 'すべて拒否',
    custom: '個別に選択',
    withdraw: '同意の撤回',
  },
  where: '選択した画面',
  surfaces: {
    banner: 'バナー',
    preferences: 'Cookie設定',
    inline: 'ページ内',
    api: 'サイト独自の機能',
  },
  signal: 'Global Privacy Controlは有効でした',
  hash: '表示された文面のハッシュ',
  count: 'これまでの選択回数',
  download: '記録をダウンロード',
  erase: '保存された内容をすべて削除',
  aboutErase:
    '現在の選択とこれまでの選択を、このブラウザからすべて削除します。必須以外のCookieは停止し、改めて選択をお願いします。',
  eraseNow: '今すぐ削除',
  erased: '保存された内容をすべて削除しました。',
}
