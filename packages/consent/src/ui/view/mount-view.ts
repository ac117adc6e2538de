import type { AnyConsent } from '../../core/index.ts'
import { warn } from '../../options/warn.ts'
import { ownDocument } from '../../shared/own-document.ts'
import { quietly } from '../../shared/quietly.ts'
import { BLOCKS } from '../blocks/find-blocks.ts'
import { speaks } from '../words/languages.ts'
import { type LoadLayers, type LoadText, loadWords } from '../words/load-words.ts'
import { askPlainly } from './ask-plainly.ts'
import { isOpened } from './is-opened.ts'
import { markOpeners } from './mark-openers.ts'
import type { ConsentUiOptions } from './options.ts'
import { startView } from './start-view.ts'
import { watchPage } from './watch-page.ts'

/** Loaders of the banner's texts, one file for each language. */
const TEXTS = {
  en: () => import('../banner/text/en.ts'),
  ko: () => import('../banner/text/ko.ts'),
  ja: () => import('../banner/text/ja.ts'),
}

// Bundlers replace `process.env.NODE_ENV` and drop dead branches only where the expression is written in full.
declare const process: { readonly env: { readonly NODE_ENV?: string } }

const loadText: LoadText = own => TEXTS[own]()

const loadLayers: LoadLayers = async () => {
  const { startLayers } = await import('../layers/start-layers.tsx')
  return startLayers
}

/**
 * Mounts the view of the npm package. Its texts are loaded when there is something to show.
 *
 * @returns A function that removes the view and its listeners from the page.
 */
export const mountView = (consent: AnyConsent, options: ConsentUiOptions): (() => void) => {
  const { $state, $view } = consent
  const load = () => loadWords(loadText, consent, options)
  const view = startView(consent, options, load, loadLayers, askPlainly, markOpeners)
  let isSent = false
  let hasFailed = false
  let isOver = false

  const look = () =>
    quietly(() => {
      const shown = $view.get()
      const hasBlocks = ownDocument.querySelector(BLOCKS) !== null
      view.look(hasBlocks)
      const isNeeded = shown !== 'none' || hasBlocks || options.button
      // After a failure, load again only when the visitor opens the preferences or the guide.
      if (isSent || !(hasFailed ? isOpened(shown) : isNeeded)) return
      isSent = true
      load()
        .then(words => {
          const { wanted, language } = words
          if (process.env.NODE_ENV !== 'production' && !speaks(language, wanted))
            warn('unknown-language', wanted)
          if (!isOver) view.use(words)
        })
        .catch(error => {
          if (!hasFailed) warn('view-failed', 'banner', $state.get().language, error)
          hasFailed = true
          isSent = false
          if (!isOver) askPlainly(consent)
        })
    })
  const undos = [$view.subscribe(look), watchPage(look)]
  return () => {
    isOver = true
    for (const undo of undos) undo()
    view.stop()
  }
}
