import { LANGUAGES, type Language, type Vendor } from './vendor.ts'

const WORDS: Record<
  Language,
  Record<
    'title' | 'text' | 'accept' | 'refuse' | 'settings' | 'save' | 'analytics' | 'footer',
    string
  >
> = {
  en: {
    title: 'Cookies',
    text: 'We use cookies to count visits.',
    accept: 'Accept all',
    refuse: 'Reject all',
    settings: 'Manage preferences',
    save: 'Save preferences',
    analytics: 'Analytics',
    footer: 'Show cookie preferences',
  },
  ko: {
    title: '쿠키',
    text: '방문 수를 세기 위해 쿠키를 사용합니다.',
    accept: '모두 허용',
    refuse: '모두 거부',
    settings: '설정 관리',
    save: '설정 저장',
    analytics: '분석',
    footer: '쿠키 설정',
  },
  ja: {
    title: 'クッキー',
    text: '訪問数を数えるためにクッキーを使用します。',
    accept: 'すべて許可する',
    refuse: 'すべて拒否する',
    settings: '設定を管理する',
    save: '設定を保存する',
    analytics: '分析',
    footer: 'クッキー設定',
  },
}

/**
 * Returns vanilla-cookieconsent. By default the banner is not shown to a browser with
 * `navigator.webdriver` (`hideFromBots`).
 *
 * @see https://cookieconsent.orestbida.com/essential/getting-started.html
 */
export const vanilla = (hidesFromBots: boolean): Vendor => ({
  languages: LANGUAGES,
  parts: (language, flaw) => {
    const { title, text, accept, refuse, settings, save, analytics, footer } = WORDS[language]
    const buttons = {
      acceptAllBtn: accept,
      ...(flaw === 'second-layer' ? {} : { acceptNecessaryBtn: refuse }),
    }
    const translation = {
      consentModal: { title, description: text, ...buttons, showPreferencesBtn: settings },
      preferencesModal: {
        ...{ title, acceptAllBtn: accept, acceptNecessaryBtn: refuse, savePreferencesBtn: save },
        sections: [{ title: analytics, description: text, linkedCategory: 'analytics' }],
      },
    }
    const options = {
      ...(hidesFromBots ? {} : { hideFromBots: false }),
      categories: { necessary: { enabled: true, readOnly: true }, analytics: {} },
      language: { default: language, translations: { [language]: translation } },
    }
    return {
      lang: language,
      banner: `<link rel="stylesheet" href="/banners/vanilla-cookieconsent/dist/cookieconsent.css">
      <script src="/banners/vanilla-cookieconsent/dist/cookieconsent.umd.js"></script>`,
      body: `<script>{
        const tell = () => answered(CookieConsent.acceptedCategory('analytics'))
        const options = { ...${JSON.stringify(options)}, onConsent: tell, onChange: tell }
        addEventListener('DOMContentLoaded', () => CookieConsent.run(options))
      }</script>`,
      settings: `<button type="button" data-cc="show-preferencesModal">${footer}</button>`,
    }
  },
})
