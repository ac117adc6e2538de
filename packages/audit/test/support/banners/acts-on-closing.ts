import { LANGUAGES, type Language, type Vendor } from './vendor.ts'

const WORDS: Record<
  Language,
  Record<'text' | 'accept' | 'refuse' | 'preferences' | 'title' | 'analytics' | 'close', string>
> = {
  en: {
    text: 'We use cookies on our site to analyze our traffic.',
    accept: 'Accept all',
    refuse: 'Reject non-essential',
    preferences: 'Preferences',
    title: 'Customize your cookie preferences',
    analytics: 'Analytics cookies',
    close: 'Close',
  },
  ko: {
    text: '방문을 분석하기 위해 쿠키를 사용합니다.',
    accept: '모두 수락',
    refuse: '필수가 아닌 쿠키 거부',
    preferences: '환경 설정',
    title: '쿠키 환경 설정',
    analytics: '분석 쿠키',
    close: '닫기',
  },
  ja: {
    text: 'アクセスを分析するためにクッキーを使用します。',
    accept: 'すべて受け入れる',
    refuse: '必須以外を拒否する',
    preferences: '設定',
    title: 'クッキーの設定',
    analytics: '分析クッキー',
    close: '閉じる',
  },
}

/**
 * A banner of the tests' own, whose settings have no control that saves: the switch counts when the
 * visitor closes the settings, as in Silktide's. A fixed icon opens the settings again.
 *
 * @see https://silktide.com/consent-manager/
 */
export const actsOnClosing: Vendor = {
  languages: LANGUAGES,
  parts: (language, flaw) => {
    const words = WORDS[language]
    const refuse = flaw === 'second-layer' ? '' : `<button id="refuse">${words.refuse}</button>`
    return {
      lang: language,
      banner: `<style>
        #notice, #panel { position: fixed; z-index: 9; background: #fff; padding: 1em; border: 1px solid }
        #notice { inset: auto 1em 1em auto }
        #panel { inset: 10% 20% }
        #icon { position: fixed; inset: auto auto 1em 1em; width: 40px; height: 40px }
      </style>`,
      body: `<div id="notice" hidden>
        <p>${words.text}</p>
        <button id="accept">${words.accept}</button> ${refuse} <button id="more">${words.preferences}</button>
      </div>
      <div id="panel" hidden>
        <button id="close" aria-label="${words.close}">×</button>
        <h2>${words.title}</h2>
        <label><input type="checkbox" id="switch" checked> ${words.analytics}</label>
      </div>
      <button id="icon" hidden aria-label="${words.title}">●</button>
      <script>{
        const show = () => {
          const answer = localStorage.getItem('choice')
          notice.hidden = answer !== null
          icon.hidden = answer === null
          panel.hidden = true
          if (answer !== null) answered(answer === 'true')
        }
        const decide = isGranted => {
          localStorage.setItem('choice', isGranted)
          document.querySelector('#switch').checked = isGranted
          show()
        }
        const open = () => { notice.hidden = icon.hidden = true; panel.hidden = false }
        document.querySelector('#switch').checked = localStorage.getItem('choice') !== 'false'
        accept.onclick = () => decide(true)
        document.querySelector('#refuse')?.addEventListener('click', () => decide(false))
        more.onclick = icon.onclick = open
        document.querySelector('#close').onclick = () => decide(document.querySelector('#switch').checked)
        show()
      }</script>`,
      settings: '',
    }
  },
}
