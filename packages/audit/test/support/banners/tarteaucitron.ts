import { FLAWS, LANGUAGES, type Language, type Vendor } from './vendor.ts'

const FOOTER: Record<Language, string> = {
  en: 'Cookies management',
  ko: '쿠키 관리',
  ja: 'クッキーの管理',
}

/**
 * tarteaucitron with the words and the options of its documentation.
 *
 * @see https://github.com/AmauriC/tarteaucitron.js#how-to-use
 */
export const tarteaucitron: Vendor = {
  languages: LANGUAGES,
  // The panel reloads the page when it closes after a withdrawal, so that no tag goes on.
  flaws: FLAWS.filter(flaw => flaw !== 'goes-on'),
  parts: (language, flaw) => {
    const options = {
      ...{ privacyUrl: '/privacy', bodyPosition: 'bottom', hashtag: '#tarteaucitron' },
      ...{ cookieName: 'tarteaucitron', orientation: 'middle', showIcon: true },
      ...{ iconPosition: 'BottomRight', DenyAllCta: flaw !== 'second-layer', AcceptAllCta: true },
      ...{ highPrivacy: true, mandatory: true, moreInfoLink: false, removeCredit: true },
    }
    return {
      lang: language,
      banner: `<script>var tarteaucitronForceLanguage = '${language}'</script>
      <script src="/banners/tarteaucitronjs/tarteaucitron.js"></script>
      <script>
        tarteaucitron.init(${JSON.stringify(options)})
        tarteaucitron.services.counter = {
          key: 'counter', type: 'analytic', name: 'Counter', needConsent: true, cookies: ['_ga'],
          js: () => answered(true),
          fallback: () => answered(false),
        }
        document.addEventListener('counter_disallowed', () => answered(false))
        ;(tarteaucitron.job = tarteaucitron.job || []).push('counter')
      </script>`,
      settings: `<a href="#tarteaucitron">${FOOTER[language]}</a>`,
    }
  },
}
