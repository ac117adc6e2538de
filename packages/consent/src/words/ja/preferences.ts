import type { PreferencesText } from '../en/preferences.ts'

/** The texts of the preferences in Japanese. */
export const text: PreferencesText = {
  heading: 'Cookie設定',
  intro: '目的ごとに選択できます。保存するまで何も変わりません。',
  earlier: '以前のバージョン',
  necessary: '必須Cookie',
  aboutNecessary: 'ログインやここでの選択の記憶など、サイトが動作するために必要です。',
  always: '常に有効',
  optional: '必須以外のCookie',
  about: {
    analytics: 'サイトがどのくらい、どのように利用されているかを把握し、改善に役立てます。',
    marketing: '広告の効果を測定し、関心に合った広告を表示します。',
    personalization: '利用状況を記憶し、お客様に合わせた内容を表示します。',
  },
  aboutOther: '許可されている間だけ動作します。',
  services: 'サービス',
  details: '収集項目とCookie',
  gpc: 'ブラウザがGlobal Privacy Controlを送信しています。このシグナルを尊重し、ここで有効にされるまで必須以外のCookieは使用しません。',
  honoured: '拒否シグナル(GPC)に従っています',
  gpcOverruled:
    'ブラウザがGlobal Privacy Controlを送信していますが、ここで必須以外のCookieを有効にされたため、その選択に従います。',
  addOn:
    'ブラウザのアドオン（Googleのオプトアウトなど）により拒否されています。この設定に従い、同意を求めず、対象のサービスも動作しません。',
  restricted: '14歳未満の方には必須以外のCookieを使用しません。',
  save: '選択を保存',
  unsaved: '変更は保存されていません。',
  withdrawn: '同意をすべて撤回しました。',
  close: '閉じる',
  guide: 'ブラウザのCookie設定',
  record: {
    heading: '前回の選択',
    earlier: 'これまでの選択',
  },
}
