import type { StoredText } from '../en/stored.ts'

/** The texts of the tables of cookies in Japanese. */
export const text: StoredText = {
  columns: ['名称', '種類', '目的', '保存期間', '設定元'],
  kinds: {
    first: '当サイトのCookie',
    third: '他サイトのCookie',
    storage: 'ローカルストレージ',
    database: 'データベース',
  },
  session: 'ブラウザを閉じるまで',
  untilDeleted: '削除するまで',
  renewed: '最後の訪問から{time}',
  thisSite: '当サイト',
  forCompany: '当サイト（{company}のツールが設定）',
  stored: {
    _ga: '訪問者数を計測するための識別',
    '_ga_*': 'セッション状態の維持',
    '_gcl_*': '広告クリックの記録、広告の効果測定',
    _gcl_ls: '広告クリックの記録、広告の効果測定',
    __gads: '当サイトの広告の測定と表示回数の制限',
    __gpi: '当サイトの広告の測定と表示回数の制限',
    IDE: '複数のサイトにわたる広告の選択と測定',
    'firebase-installations-database': 'インストール識別子の保管',
    'firebase-heartbeat-database': 'Firebaseと最後に通信した時点の記憶',
    spaceone_consent: 'Cookieに関する選択の記憶',
    '.history': 'これまでの選択の保管（閲覧・ダウンロード用）',
    '.out*': '選択内容を当サイトに送信するまでの保管',
  },
}
