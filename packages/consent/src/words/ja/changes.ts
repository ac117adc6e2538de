import type { ChangesWords } from '../sections-text.ts'

/** The texts, in Japanese, of what has changed since an earlier inventory. */
export const changesWords: ChangesWords = {
  heading: '変更点',
  none: '変更はありません。',
  added: '{service}：{kind}の追加：{value}',
  removed: '{service}：{kind}の削除：{value}',
  changed: '{service}：{kind}の変更：{value}',
  addedService: 'サービスの追加：{service}',
  removedService: '利用を終了したサービス：{service}',
  kinds: {
    recipient: '送信先',
    country: '国',
    purpose: '目的',
    item: '項目',
    retention: '保存期間',
  },
}
