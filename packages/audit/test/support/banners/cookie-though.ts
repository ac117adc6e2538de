import { LANGUAGES, type Language, type Vendor, WITHOUT_SECOND_LAYER } from './vendor.ts'

const WORDS: Record<
  Language,
  Record<
    | 'title'
    | 'subTitle'
    | 'description'
    | 'accept'
    | 'acceptAll'
    | 'decline'
    | 'customize'
    | 'analytics'
    | 'essential'
    | 'always'
    | 'policy'
    | 'footer',
    string
  >
> = {
  en: {
    title: 'cookie though?',
    subTitle: "You're probably fed up with these banners...",
    description: 'We use cookies to count visits. Everything is described in our Cookie Statement.',
    accept: 'Accept',
    acceptAll: 'Accept all',
    decline: 'Decline',
    customize: 'Customize',
    analytics: 'Analytics',
    essential: 'Essential cookies',
    always: 'Always on',
    policy: 'Cookie Statement',
    footer: 'Manage cookies',
  },
  ko: {
    title: '쿠키 안내',
    subTitle: '선택해 주세요',
    description: '방문 수를 세기 위해 쿠키를 사용합니다.',
    accept: '선택 항목 허용',
    acceptAll: '모두 허용',
    decline: '거부',
    customize: '맞춤 설정',
    analytics: '분석',
    essential: '필수 쿠키',
    always: '항상 사용',
    policy: '쿠키 정책',
    footer: '쿠키 관리',
  },
  ja: {
    title: 'クッキーについて',
    subTitle: 'お選びください',
    description: '訪問数を数えるためにクッキーを使用します。',
    accept: '選択したものを許可',
    acceptAll: 'すべて許可',
    decline: '拒否',
    customize: 'カスタマイズ',
    analytics: '分析',
    essential: '必須クッキー',
    always: '常に有効',
    policy: 'クッキーポリシー',
    footer: 'クッキーの管理',
  },
}

/**
 * cookie-though, whose banner is in a shadow root, and has all controls on one layer.
 *
 * @see https://cookiethough.dev/configuration/
 */
export const cookieThough: Vendor = {
  languages: LANGUAGES,
  flaws: WITHOUT_SECOND_LAYER,
  parts: language => {
    const words = WORDS[language]
    const { title, subTitle, description, accept, acceptAll, decline } = words
    const options = {
      policies: [
        { id: 'essential', label: words.essential, description, category: 'essential' },
        { id: 'analytics', label: words.analytics, description, category: 'statistics' },
      ],
      essentialLabel: words.always,
      permissionLabels: { accept, acceptAll, decline },
      header: { title, subTitle, description },
      customizeLabel: words.customize,
      cookiePreferenceKey: 'cookie-preferences',
      cookiePolicy: { label: words.policy, url: '/privacy' },
    }
    return {
      lang: language,
      banner: '<script src="/banners/cookie-though/dist/lib.js"></script>',
      body: `<script>{
        const tell = ({ cookieOptions }) =>
          answered(cookieOptions.some(one => one.id === 'analytics' && one.isEnabled))
        CookieThough.init(${JSON.stringify(options)})
        tell(CookieThough.getPreferences())
        CookieThough.onPreferencesChanged(tell)
      }</script>`,
      settings: `<button type="button" onclick="CookieThough.show()">${words.footer}</button>`,
    }
  },
}
