import { LANGUAGES, type Language, type Vendor, WITHOUT_SECOND_LAYER } from './vendor.ts'

const WORDS: Record<
  Language,
  Record<'message' | 'allow' | 'deny' | 'link' | 'policy' | 'footer', string>
> = {
  en: {
    message: 'This website uses cookies to count visits.',
    allow: 'Allow cookies',
    deny: 'Decline',
    link: 'Learn more',
    policy: 'Cookie Policy',
    footer: 'Change your cookie choice',
  },
  ko: {
    message: '이 웹사이트는 방문 수를 세기 위해 쿠키를 사용합니다.',
    allow: '쿠키 허용',
    deny: '거부',
    link: '자세히 보기',
    policy: '쿠키 정책',
    footer: '쿠키 선택 변경',
  },
  ja: {
    message: '当サイトは訪問数を数えるためにクッキーを使用します。',
    allow: 'クッキーを許可',
    deny: '拒否',
    link: '詳細はこちら',
    policy: 'クッキーポリシー',
    footer: 'クッキーの選択を変更',
  },
}

/**
 * Cookie Consent 3 of Osano, with the type `opt-in`.
 *
 * @see https://www.osano.com/cookieconsent/documentation
 */
export const osano: Vendor = {
  languages: LANGUAGES,
  flaws: WITHOUT_SECOND_LAYER,
  parts: language => {
    const { footer, ...content } = WORDS[language]
    const options = {
      type: 'opt-in',
      palette: { popup: { background: '#000' }, button: { background: '#f1d600' } },
      content: { ...content, href: '/privacy' },
    }
    return {
      lang: language,
      banner: `<link rel="stylesheet" href="/banners/cookieconsent/build/cookieconsent.min.css">
      <script src="/banners/cookieconsent/build/cookieconsent.min.js"></script>`,
      body: `<script>{
        function tell() { answered(this.hasConsented()) }
        cookieconsent.initialise(
          {
            ...${JSON.stringify(options)},
            onInitialise: tell, onStatusChange: tell, onRevokeChoice: () => answered(false),
          },
          popup => { window.popup = popup },
        )
      }</script>`,
      settings: `<button type="button" onclick="popup.revokeChoice()">${footer}</button>`,
    }
  },
}
