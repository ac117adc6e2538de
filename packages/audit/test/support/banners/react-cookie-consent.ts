import { LANGUAGES, type Language, type Vendor, WITHOUT_SECOND_LAYER } from './vendor.ts'

const WORDS: Record<Language, Record<'text' | 'accept' | 'decline' | 'footer', string>> = {
  en: {
    text: 'This website uses cookies to enhance the user experience.',
    accept: 'I understand',
    decline: 'I decline',
    footer: 'Change cookie consent',
  },
  ko: {
    text: '이 웹사이트는 사용자 경험을 개선하기 위해 쿠키를 사용합니다.',
    accept: '동의',
    decline: '미동의',
    footer: '쿠키 동의 변경',
  },
  ja: {
    text: '当サイトは利便性の向上のためにクッキーを使用します。',
    accept: '同意する',
    decline: '同意しない',
    footer: 'クッキーの同意を変更する',
  },
}

/**
 * react-cookie-consent with a button that refuses.
 *
 * @see https://github.com/Mastermindzh/react-cookie-consent#readme
 */
export const reactCookieConsent: Vendor = {
  languages: LANGUAGES,
  flaws: WITHOUT_SECOND_LAYER,
  parts: language => ({
    lang: language,
    body: `<div id="banner"></div>
      <script>var words = ${JSON.stringify(WORDS[language])}</script>
      <script type="module" src="/bundles/react-cookie-consent.js"></script>`,
    banner: '',
    settings: '<span id="footer"></span>',
  }),
}
