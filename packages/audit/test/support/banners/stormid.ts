import { LANGUAGES, type Language, type Vendor } from './vendor.ts'

const WORDS: Record<
  Language,
  Record<
    | 'title'
    | 'text'
    | 'accept'
    | 'reject'
    | 'options'
    | 'performance'
    | 'yes'
    | 'no'
    | 'save'
    | 'saved'
    | 'footer',
    string
  >
> = {
  en: {
    title: 'Cookies',
    text: 'We use cookies to improve your experience on our site.',
    accept: 'Accept all',
    reject: 'Reject all',
    options: 'Your options',
    performance: 'Performance preferences',
    yes: 'I am OK with this',
    no: 'No thank you',
    save: 'Save my settings',
    saved: 'Your settings have been saved.',
    footer: 'Cookie policy and preferences',
  },
  ko: {
    title: '쿠키',
    text: '사이트를 개선하기 위해 쿠키를 사용합니다.',
    accept: '모두 수락',
    reject: '모두 거부',
    options: '선택 옵션',
    performance: '성능 쿠키 설정',
    yes: '괜찮습니다',
    no: '사용하지 않겠습니다',
    save: '설정 저장',
    saved: '설정이 저장되었습니다.',
    footer: '쿠키 정책 및 설정',
  },
  ja: {
    title: 'クッキー',
    text: 'サイトの改善のためにクッキーを使用します。',
    accept: 'すべて受け入れる',
    reject: 'すべて拒否する',
    options: 'オプション',
    performance: 'パフォーマンスの設定',
    yes: '問題ありません',
    no: '使用しません',
    save: '設定を保存する',
    saved: '設定を保存しました。',
    footer: 'クッキーポリシーと設定',
  },
}

/**
 * Storm ID's banner, whose settings are a form on a page of their own.
 *
 * @see https://github.com/stormid/components/tree/master/packages/cookie-banner
 */
export const stormid: Vendor = {
  languages: LANGUAGES,
  unread: ['second-layer'],
  parts: (language, flaw) => {
    const words = WORDS[language]
    const given = { ...words, reject: flaw === 'second-layer' ? '' : words.reject }
    return {
      lang: language,
      banner: '<script src="/banners/@stormid/cookie-banner/dist/index.umd.js"></script>',
      body: `<style>.privacy-banner { position: fixed; inset: auto 0 0; background: #fff; padding: 1em; border-top: 1px solid }</style>
      <script>if (location.pathname === '/privacy') document.write('<div class="privacy-banner__form-container"></div>')</script>
      <script>{
        const words = ${JSON.stringify(given)}
        const radio = (checked, value, label) =>
          '<label><input type="radio" class="privacy-banner__field" name="privacy-performance" value="' + value + '"' +
            (checked === value ? ' checked' : '') + '> ' + label + '</label>'
        const tell = banner => answered(Boolean(banner.getState().consent.performance))
        const banner = CookieBanner({
          policyURL: '/privacy#preferences',
          secure: false,
          savedMessage: words.saved,
          types: { performance: { title: words.performance } },
          bannerTemplate: ({ classNames, policyURL }) =>
            '<section role="dialog" aria-live="polite" aria-label="' + words.title + '" class="' + classNames.banner + '">' +
            '<p>' + words.text + '</p>' +
            '<button type="button" class="' + classNames.acceptBtn + '">' + words.accept + '</button> ' +
            (words.reject && '<button type="button" class="' + classNames.rejectBtn + '">' + words.reject + '</button> ') +
            '<a class="' + classNames.optionsBtn + '" href="' + policyURL + '">' + words.options + '</a></section>',
          formTemplate: ({ classNames, consent }) =>
            '<form id="preferences" class="' + classNames.form + '" novalidate><fieldset><legend>' + words.performance + '</legend>' +
            radio(consent.performance, 1, words.yes) + radio(consent.performance, 0, words.no) +
            '</fieldset><button class="' + classNames.submitBtn + '"' + (consent.performance === undefined ? ' disabled' : '') +
            '>' + words.save + '</button></form>',
        })
        tell(banner)
        document.addEventListener('banner.consent', ({ detail }) => tell(detail))
      }</script>`,
      settings: `<a href="/privacy#preferences">${words.footer}</a>`,
    }
  },
}
