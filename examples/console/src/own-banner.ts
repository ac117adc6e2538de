import type { ConsoleConsent } from './lib/consent'

const WORDS = {
  en: ['May Google count how the console is used?', 'No', 'Yes', 'Privacy policy'],
  ko: ['Google로 콘솔 이용 통계를 수집해도 될까요?', '아니요', '예', '개인정보 처리방침'],
  ja: ['Googleで利用状況を集計してもよいですか?', 'いいえ', 'はい', 'プライバシーポリシー'],
}

/**
 * Shows a banner that the console draws itself: the store says when to ask, and stores the answer.
 */
export const mountOwnBanner = (consent: ConsoleConsent): void => {
  const { policy } = consent.options
  const banner = Object.assign(document.createElement('section'), { className: 'own-banner' })
  const question = document.createElement('p')
  const link = document.createElement('a')
  const no = document.createElement('button')
  const yes = document.createElement('button')
  banner.append(question, link, no, yes)
  const answer = (decide: ConsoleConsent['acceptAll']) => (event: MouseEvent) => {
    decide({ event, surface: 'banner' })
    consent.close()
  }
  no.onclick = answer(consent.rejectAll)
  yes.onclick = answer(consent.acceptAll)

  consent.$state.subscribe(({ language }) => {
    const words = WORDS[language as keyof typeof WORDS] ?? WORDS.en
    ;[question, no, yes, link].forEach((element, at) => {
      element.textContent = `${words[at]}`
    })
    banner.setAttribute('aria-label', `${words[0]}`)
    const { url = '' } = policy
    link.href = typeof url === 'string' ? url : (url[language] ?? '')
  })
  // When the visitor opens the settings, this banner is shown again.
  consent.$view.subscribe(view => {
    if (view === 'none') banner.remove()
    else if (!banner.isConnected) document.body.prepend(banner)
    if (view === 'preferences') no.focus()
  })
}
