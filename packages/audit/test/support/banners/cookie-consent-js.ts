import { LANGUAGES, type Language, type Vendor, WITHOUT_SECOND_LAYER } from './vendor.ts'

/** The file of a language; English is the package's own. */
const FILES: Partial<Record<Language, Record<string, string>>> = {
  ko: {
    title: '쿠키 설정',
    body: '웹사이트 이용을 분석하기 위해 쿠키를 사용합니다. 꼭 필요한 쿠키만 허용하거나 추적 쿠키도 허용할 수 있습니다. 자세한 내용은 --privacy-policy--을 참고하세요.',
    privacyPolicy: '개인정보 처리방침',
    buttonAcceptAll: '모든 쿠키 허용',
    buttonAcceptTechnical: '기술적으로 필수적인 쿠키만 허용',
  },
  ja: {
    title: 'クッキー設定',
    body: '当サイトの利用を分析するためにクッキーを使用します。必要なクッキーのみ、またはトラッキングクッキーも許可できます。詳しくは--privacy-policy--をご覧ください。',
    privacyPolicy: 'プライバシーポリシー',
    buttonAcceptAll: 'すべてのクッキーを許可する',
    buttonAcceptTechnical: '技術的に必要なクッキーのみ許可する',
  },
}

const FOOTER: Record<Language, string> = {
  en: 'Cookie settings',
  ko: '쿠키 설정',
  ja: 'クッキー設定',
}

/**
 * cookie-consent-js with its own words in English.
 *
 * @see https://github.com/shaack/cookie-consent-js#usage
 */
export const cookieConsentJs: Vendor = {
  languages: LANGUAGES,
  flaws: WITHOUT_SECOND_LAYER,
  parts: language => {
    const file = FILES[language]
    const contentUrl = file ? '/words' : '/banners/cookie-consent-js/cookie-consent-content'
    const options = { contentUrl, lang: language, privacyPolicyUrl: '/privacy' }
    return {
      lang: language,
      ...(file ? { files: { [`/words/${language}.json`]: JSON.stringify(file) } } : {}),
      banner: `<link rel="stylesheet" href="/banners/cookie-consent-js/src/cookie-consent.css">
      <script src="/banners/cookie-consent-js/src/cookie-consent.js"></script>`,
      body: `<script>
        const tell = () => answered(cookieConsent.trackingAllowed())
        const cookieConsent = new CookieConsent({ ...${JSON.stringify(options)}, postSelectionCallback: tell })
        tell()
      </script>`,
      settings: `<a href="javascript:cookieConsent.reset()">${FOOTER[language]}</a>`,
    }
  },
}
