import type { AnyConsent } from '../../core/index.ts'
import { warn } from '../../options/warn.ts'
import { supportedLanguage } from '../../shared/languages.ts'
import { BANNER } from '../../words/files.ts'
import { type LoadBannerText, type LoadDescribe, loadWords } from '../words/load-words.ts'
import { loadView } from './load-view.ts'
import type { ConsentUiOptions } from './options.ts'
import { startView } from './start-view.ts'
import { watchPage } from './watch-page.ts'

/** Loads the banner's texts of the npm package. */
export const loadBannerText: LoadBannerText = own => BANNER[own]()

export const loadDescribe: LoadDescribe = () => import('../words/describe-services.ts')

const loadStartParts = async () => (await import('../later-parts/start-parts.tsx')).startParts

/** Mounts the view of the npm package, see `mountConsentUi`. Returns its dispose function. */
export const mountView = (consent: AnyConsent, options: ConsentUiOptions): (() => void) => {
  const load = () => loadWords(loadBannerText, loadDescribe, consent, options)
  return loadView(
    consent,
    options,
    watchPage,
    async () => {
      const words = await load()
      if (
        process.env.NODE_ENV !== 'production' &&
        !supportedLanguage(words.wanted, [words.language])
      )
        warn('unknown-language', words.wanted)
      return () => startView(consent, options, words, load, loadStartParts)
    },
    async () => {
      const { startPlaceholders } = await import('../placeholder/start-placeholders.ts')
      return startPlaceholders(consent, options)
    },
    error => warn('view-failed', 'banner', consent.$state.get().language, error),
  )
}
