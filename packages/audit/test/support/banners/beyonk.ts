import { LANGUAGES, type Language, type Vendor } from './vendor.ts'

const WORDS: Record<
  Language,
  Record<
    | 'heading'
    | 'description'
    | 'accept'
    | 'selected'
    | 'reject'
    | 'settings'
    | 'close'
    | 'edit'
    | 'necessary'
    | 'tracking'
    | 'analytics'
    | 'marketing',
    string
  >
> = {
  en: {
    heading: 'GDPR Notice',
    description: 'We use cookies to analyze site traffic.',
    accept: 'Accept all',
    selected: 'Accept selected',
    reject: 'Reject all',
    settings: 'Cookie settings',
    close: 'Close settings',
    edit: 'Edit cookie settings',
    necessary: 'Necessary cookies',
    tracking: 'Tracking cookies',
    analytics: 'Analytics cookies',
    marketing: 'Marketing cookies',
  },
  ko: {
    heading: '쿠키 안내',
    description: '방문 수를 분석하기 위해 쿠키를 사용합니다.',
    accept: '전체 동의',
    selected: '선택 동의',
    reject: '모두 거부',
    settings: '쿠키 설정',
    close: '설정 닫기',
    edit: '쿠키 설정 변경',
    necessary: '필수 쿠키',
    tracking: '추적 쿠키',
    analytics: '분석 쿠키',
    marketing: '마케팅 쿠키',
  },
  ja: {
    heading: 'クッキーのお知らせ',
    description: '訪問数を分析するためにクッキーを使用します。',
    accept: 'すべて同意する',
    selected: '選択したものに同意する',
    reject: 'すべて拒否する',
    settings: 'クッキー設定',
    close: '設定を閉じる',
    edit: 'クッキー設定を編集する',
    necessary: '必須クッキー',
    tracking: 'トラッキングクッキー',
    analytics: '分析クッキー',
    marketing: 'マーケティングクッキー',
  },
}

/**
 * Beyonk's banner as a web component. Its settings have no control that saves: the choices count
 * when the visitor closes the settings and accepts what is selected. An icon opens the banner again.
 *
 * @see https://github.com/beyonk-group/gdpr-cookie-consent-banner
 */
export const beyonk: Vendor = {
  languages: LANGUAGES,
  unread: ['second-layer'],
  parts: (language, flaw) => {
    const words = WORDS[language]
    const { heading, description, necessary, analytics } = words
    const choices = {
      necessary: { label: necessary, description: necessary, value: true },
      tracking: { label: words.tracking, description: words.tracking, value: true },
      analytics: { label: analytics, description, value: true },
      marketing: { label: words.marketing, description: words.marketing, value: true },
    }
    return {
      lang: language,
      banner: `<link rel="stylesheet" href="/banners/@beyonk/gdpr-cookie-consent-banner/src/lib/banner.css">
      <script type="module" src="/banners/@beyonk/gdpr-cookie-consent-banner/dist/index.js"></script>`,
      body: `<cookie-consent-banner cookie-name="consent" heading="${heading}" description="${description}"
        ${flaw === 'second-layer' ? '' : 'can-reject-cookies="true"'}
        accept-all-label="${words.accept}" accept-selected-label="${words.selected}"
        reject-label="${words.reject}" settings-label="${words.settings}"
        close-label="${words.close}" edit-label="${words.edit}"
        choices='${JSON.stringify(choices)}'></cookie-consent-banner>
      <script>addEventListener('consent:analytics', ({ detail }) => answered(detail.agreed))</script>`,
      settings: '',
    }
  },
}
