import { LANGUAGES, type Language, type Vendor } from './vendor.ts'

/** Messages of c15t; its own English where a language has none. */
const WORDS: Record<Language, { readonly footer: string; readonly messages: object }> = {
  en: { footer: 'Your privacy settings', messages: {} },
  ko: {
    footer: '개인정보 설정',
    messages: {
      common: {
        ...{ acceptAll: '모두 동의', rejectAll: '모두 거부', customize: '맞춤 설정' },
        ...{ save: '설정 저장', close: '닫기' },
      },
      cookieBanner: {
        title: '개인정보를 소중히 여깁니다',
        description: '이 사이트는 방문을 분석하기 위해 쿠키를 사용합니다.',
      },
      consentManagerDialog: {
        title: '개인정보 설정',
        description: '허용할 쿠키와 추적 기술을 선택할 수 있습니다.',
      },
      consentTypes: {
        necessary: { title: '필수', description: '사이트 작동에 필요한 쿠키입니다.' },
        measurement: { title: '분석', description: '방문을 이해하는 데 도움이 되는 쿠키입니다.' },
      },
    },
  },
  ja: {
    footer: 'プライバシー設定',
    messages: {
      common: {
        ...{ acceptAll: 'すべて同意する', rejectAll: 'すべて拒否する', customize: 'カスタマイズ' },
        ...{ save: '設定を保存', close: '閉じる' },
      },
      cookieBanner: {
        title: 'お客様のプライバシーを尊重します',
        description: '当サイトは訪問を分析するためにクッキーを使用します。',
      },
      consentManagerDialog: {
        title: 'プライバシー設定',
        description: '許可するクッキーとトラッキング技術を選択できます。',
      },
      consentTypes: {
        necessary: { title: '必須', description: 'サイトの動作に必要なクッキーです。' },
        measurement: { title: '分析', description: '訪問の把握に役立つクッキーです。' },
      },
    },
  },
}

/**
 * c15t for React, without a backend. After a withdrawal it stops the tag and reloads the page. A
 * site can turn the reload off, which is the flaw `goes-on`.
 *
 * @see https://c15t.com/docs/frameworks/react/quickstart
 * @see https://c15t.com/docs/frameworks/react/concepts/cookie-management
 */
export const c15t: Vendor = {
  languages: LANGUAGES,
  parts: (language, flaw) => {
    const { footer, messages } = WORDS[language]
    const layout =
      flaw === 'second-layer' ? ['customize', 'accept'] : [['reject', 'accept'], 'customize']
    const given = { language, footer, messages, layout, reloads: flaw !== 'goes-on' }
    return {
      lang: language,
      banner: '<link rel="stylesheet" href="/bundles/c15t.css">',
      body: `<div id="banner"></div>
      <script>var given = ${JSON.stringify(given)}</script>
      <script type="module" src="/bundles/c15t.js"></script>`,
      settings: '<span id="footer"></span>',
    }
  },
}
