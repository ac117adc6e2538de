import type { AnyConsent } from '../../core/index.ts'
import { warn } from '../../options/warn.ts'
import { supportedLanguage } from '../../shared/languages.ts'
import { BANNER } from '../../words/files.ts'
import { type BannerWords, loadWords } from '../words/load-words.ts'
import { loadView } from './load-view.ts'
import type { ConsentUiOptions } from './options.ts'
import { startView } from './start-view.ts'
import { watchPage } from './watch-page.ts'

/** Loads the banner's texts in the language of the page, by the imports of the npm package. */
export const loadNpmWords = (
  consent: AnyConsent,
  options: ConsentUiOptions,
): Promise<BannerWords> => {
  const loadDescribe = () => import('../words/describe-services.ts')
  return loadWords(own => BANNER[own](), loadDescribe, consent, options)
}

/** Mounts the view of the npm package, see `mountConsentUi`. Returns its dispose function. */
export const mountView = (consent: AnyConsent, options: ConsentUiOptions): (() => void) => {
  const load = () => loadNpmWords(consent, options)
  const loadStartParts = async () => (await import('../later-parts/start-parts.tsx')).startParts
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
