import { mountConsentUi } from '@spaceone/consent/ui'
import { consentPlugin } from '@spaceone/consent/vue'
import { createPinia, PiniaVuePlugin } from 'pinia'
import Vue, { watch } from 'vue'
import App from './App.vue'
import { loadConfig } from './config'
import { i18n, setLanguage } from './i18n'
import { initConsent } from './lib/consent'
import { initGtag } from './lib/gtag'
import { initGtm } from './lib/gtm'
import { trackPages } from './lib/track-pages'
import { mountOwnBanner } from './own-banner'
import { createRouter } from './router'
import { useSession } from './session'

/**
 * The z-index of the SDK's banner: above the console's top bar (1030), below its modals (9998) and
 * the real console's toasts (10000).
 */
const BANNER_Z_INDEX = 1040

Vue.use(PiniaVuePlugin)

export const initSite = async (): Promise<void> => {
  const config = await loadConfig()
  const consent = initConsent(config)
  initGtag(config)
  initGtm(config)

  const pinia = createPinia()
  const session = useSession(pinia)
  watch(
    () => session.language,
    language => setLanguage(language, consent),
    { immediate: true },
  )
  if (consent) {
    Vue.use(consentPlugin(consent))
    consent.$state.subscribe(state => {
      session.consent = state
    })
    if (config.CONSENT?.ownBanner) mountOwnBanner(consent)
    else mountConsentUi(consent, { position: 'right', zIndex: BANNER_Z_INDEX })
  }

  const router = createRouter(session)
  trackPages(router, consent)
  const props = { requestLog: config.REQUEST_LOG }
  new Vue({ router, pinia, i18n, render: h => h(App, { props }) }).$mount('#app')
}
