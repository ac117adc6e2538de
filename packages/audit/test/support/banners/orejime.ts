import { LANGUAGES, type Language, type Vendor, WITHOUT_SECOND_LAYER } from './vendor.ts'

/** Translations of Orejime; its own English where a language has none. */
const WORDS: Record<
  Language,
  { readonly title: string; readonly footer: string; readonly texts: object }
> = {
  en: { title: 'Analytics', footer: 'Configure cookies', texts: {} },
  ko: {
    title: '분석',
    footer: '쿠키 설정',
    texts: {
      banner: {
        description:
          '다음 목적을 위해 쿠키를 사용합니다: {purposes}. 자세한 내용은 {privacyPolicy}을 참고하세요.',
        privacyPolicyLabel: '개인정보 처리방침',
        ...{ accept: '수락', acceptTitle: '모든 쿠키 수락' },
        ...{ decline: '거절', declineTitle: '선택 쿠키 거절' },
        ...{ configure: '설정', configureTitle: '쿠키 설정' },
      },
      modal: {
        title: '쿠키 설정',
        description: '수집 항목을 선택할 수 있습니다. {privacyPolicy}',
        privacyPolicyLabel: '개인정보 처리방침',
        ...{ close: '닫기', closeTitle: '설정 닫기', globalPreferences: '전체 설정' },
        ...{
          acceptAll: '모두 수락',
          declineAll: '모두 거절',
          save: '저장',
          saveTitle: '설정 저장',
        },
      },
      purpose: { accept: '수락', decline: '거절', enabled: '사용', disabled: '사용 안 함' },
    },
  },
  ja: {
    title: '分析',
    footer: 'クッキーの設定',
    texts: {
      banner: {
        description:
          '次の目的でクッキーを使用します: {purposes}。詳しくは{privacyPolicy}をご覧ください。',
        privacyPolicyLabel: 'プライバシーポリシー',
        ...{ accept: '承諾する', acceptTitle: 'すべてのクッキーを承諾する' },
        ...{ decline: '拒否する', declineTitle: '任意のクッキーを拒否する' },
        ...{ configure: '設定する', configureTitle: 'クッキーを設定する' },
      },
      modal: {
        title: 'クッキーの設定',
        description: '収集する情報を選択できます。{privacyPolicy}',
        privacyPolicyLabel: 'プライバシーポリシー',
        ...{ close: '閉じる', closeTitle: '設定を閉じる', globalPreferences: '全体の設定' },
        ...{
          acceptAll: 'すべて承諾する',
          declineAll: 'すべて拒否する',
          save: '保存する',
          saveTitle: '設定を保存する',
        },
      },
      purpose: { accept: '承諾する', decline: '拒否する', enabled: '有効', disabled: '無効' },
    },
  },
}

/**
 * Orejime with its standard theme. Its banner always has a control that refuses.
 *
 * @see https://github.com/boscop-fr/orejime#readme
 */
export const orejime: Vendor = {
  languages: LANGUAGES,
  flaws: WITHOUT_SECOND_LAYER,
  parts: language => {
    const { title, footer, texts } = WORDS[language]
    const config = {
      privacyPolicyUrl: '/privacy',
      purposes: [{ id: 'analytics', title, cookies: ['_ga'] }],
      translations: texts,
    }
    return {
      lang: language,
      banner: `<link rel="stylesheet" href="/banners/orejime/dist/orejime-standard.css">`,
      body: `<script>var orejimeConfig = ${JSON.stringify(config)}</script>
      <script>
        document.addEventListener('orejime.loaded', ({ detail: { manager } }) => {
          answered(manager.getConsent('analytics'))
          manager.on('update', (_, all) => answered(all.analytics))
        })
      </script>
      <script src="/banners/orejime/dist/orejime-standard-en.js"></script>`,
      settings: `<button type="button" onclick="orejime.prompt()">${footer}</button>`,
    }
  },
}
