import { LANGUAGES, type Language, type Vendor } from './vendor.ts'

/** Words of the banner: its text, and its buttons in the order of the properties below. */
const WORDS: Record<
  Language,
  Record<
    | 'text'
    | 'ok'
    | 'decline'
    | 'learnMore'
    | 'acceptAll'
    | 'acceptSelected'
    | 'save'
    | 'title'
    | 'analytics',
    string
  >
> = {
  en: {
    text: 'Hi! Could we please enable some additional services for Analytics? You can change or withdraw your consent to these cookies later.',
    ok: "That's ok",
    decline: 'I decline',
    learnMore: 'Let me choose',
    acceptAll: 'Accept all',
    acceptSelected: 'Accept selected',
    save: 'Save',
    title: 'Cookie settings',
    analytics: 'Analytics',
  },
  ko: {
    text: '방문 수를 분석하기 위해 쿠키를 사용해도 될까요? 나중에 변경하거나 철회할 수 있습니다.',
    ok: '동의합니다',
    decline: '동의하지 않습니다',
    learnMore: '선택하기',
    acceptAll: '모두 동의',
    acceptSelected: '선택 항목 동의',
    save: '저장',
    title: '쿠키 설정',
    analytics: '분석',
  },
  ja: {
    text: '訪問数を分析するためにクッキーを使用してもよろしいですか。あとで変更や撤回ができます。',
    ok: '同意します',
    decline: '同意しません',
    learnMore: '選択する',
    acceptAll: 'すべて同意する',
    acceptSelected: '選択したものに同意する',
    save: '保存',
    title: 'クッキー設定',
    analytics: '分析',
  },
}

/**
 * Klaro with words of the site.
 *
 * @see https://klaro.org/docs/getting-started
 */
export const klaro: Vendor = {
  languages: LANGUAGES,
  parts: (language, flaw) => {
    const words = WORDS[language]
    const { text, learnMore, title, analytics } = words
    const config = {
      ...{ acceptAll: true, lang: language, hideDeclineAll: flaw === 'second-layer' },
      translations: {
        [language]: {
          ...words,
          ...{
            consentNotice: { description: text, learnMore },
            consentModal: { title, description: text },
          },
          purposes: { analytics: { title: analytics } },
          analytics: { title: analytics, description: text },
        },
      },
    }
    return {
      lang: language,
      banner: `<script>
        var klaroConfig = {
          ...${JSON.stringify(config)},
          services: [{
            name: 'analytics', purposes: ['analytics'], cookies: [/^_ga/],
            callback: isGranted => answered(isGranted),
          }],
        }
      </script>
      <script defer src="/banners/klaro/dist/klaro.js"></script>`,
      settings: `<button type="button" onclick="klaro.show()">${title}</button>`,
    }
  },
}
