import { LANGUAGES, type Language, type Vendor } from './vendor.ts'

const WORDS: Record<
  Language,
  Record<
    | 'text'
    | 'details'
    | 'accept'
    | 'essential'
    | 'save'
    | 'all'
    | 'description'
    | 'necessary'
    | 'analytics'
    | 'footer',
    string
  >
> = {
  en: {
    text: 'We use cookies and similar technologies to provide certain features. By clicking on "Agree and continue", you declare your consent to the use of the aforementioned cookies.',
    details: 'Here you can make detailed settings or revoke your consent',
    accept: 'Agree and continue',
    essential: 'Continue with technically required cookies only',
    save: 'Save selection and continue',
    all: 'Select all and continue',
    description: 'You can decide which cookies are used by selecting the respective options below.',
    necessary: 'Technically necessary cookies',
    analytics: 'Analysis cookies',
    footer: 'Show Cookie Consent Settings',
  },
  ko: {
    text: '특정 기능을 제공하기 위해 쿠키를 사용합니다. "동의하고 계속하기"를 누르면 쿠키 사용에 동의하게 됩니다.',
    details: '상세 설정 또는 동의 철회',
    accept: '동의하고 계속하기',
    essential: '기술적으로 필요한 쿠키만 사용하고 계속하기',
    save: '선택 저장하고 계속하기',
    all: '모두 선택하고 계속하기',
    description: '아래에서 사용할 쿠키를 선택할 수 있습니다.',
    necessary: '기술적으로 필요한 쿠키',
    analytics: '분석 쿠키',
    footer: '쿠키 동의 설정 보기',
  },
  ja: {
    text: '機能を提供するためにクッキーを使用します。「同意して続ける」を押すと、クッキーの使用に同意したことになります。',
    details: '詳細な設定または同意の撤回',
    accept: '同意して続ける',
    essential: '技術的に必要なクッキーのみで続ける',
    save: '選択内容を保存して続ける',
    all: 'すべて選択して続ける',
    description: '使用するクッキーを以下で選択できます。',
    necessary: '技術的に必要なクッキー',
    analytics: '分析クッキー',
    footer: 'クッキー同意設定を表示',
  },
}

/**
 * Porsche's banner, a web component with a shadow root. On withdrawal it deletes every cookie that
 * a script can delete.
 *
 * @see https://github.com/porscheofficial/cookie-consent-banner/tree/main/packages/cookie-consent-banner
 */
export const porsche: Vendor = {
  languages: LANGUAGES,
  unread: ['second-layer'],
  parts: (language, flaw) => {
    const words = WORDS[language]
    const essential =
      flaw === 'second-layer' ? '' : `btn-label-only-essential-and-continue="${words.essential}"`
    const categories = [
      { key: 'necessary', label: words.necessary, description: words.text, isMandatory: true },
      { key: 'analytics', label: words.analytics, description: words.text },
    ]
    return {
      lang: language,
      banner: `<script type="module" src="/banners/@porscheofficial/cookie-consent-banner/dist/cookie-consent-banner/cookie-consent-banner.esm.js"></script>`,
      body: `<cookie-consent-banner
        btn-label-accept-and-continue="${words.accept}" ${essential}
        btn-label-persist-selection-and-continue="${words.save}"
        btn-label-select-all-and-continue="${words.all}"
        content-settings-description="${words.description}">
        ${words.text}
        <a href="javascript:document.dispatchEvent(new Event('cookie_consent_details_show'))">${words.details}</a>
      </cookie-consent-banner>
      <script>
        document.querySelector('cookie-consent-banner').availableCategories = ${JSON.stringify(categories)}
        for (const what of ['restored', 'updated'])
          addEventListener('cookie_consent_preferences_' + what, ({ detail }) =>
            answered(detail.acceptedCategories.includes('analytics')))
      </script>`,
      settings: `<a href="javascript:document.dispatchEvent(new Event('cookie_consent_show'))">${words.footer}</a>`,
    }
  },
}
