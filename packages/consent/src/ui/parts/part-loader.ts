import { askPlainly } from '../view/ask-plainly.ts'
import { isOpened } from '../view/is-opened.ts'
import type { Stage } from '../view/stage.ts'
import { type Loaded, type LoadedParts, loadParts, type Part } from './load-parts.ts'
import type { WarnOnce } from './warn-once.ts'

/** Loads and stores the texts and code of the preferences, the guide and the blocks. */
export interface PartLoader {
  /**
   * Returns the loaded parts, all in one language, or `undefined` before the texts of the
   * preferences are loaded.
   */
  readonly parts: () => LoadedParts | undefined
  /**
   * Loads the texts in the language of the page, and each part whose value in `needed` is truthy,
   * unless they are requested already.
   */
  readonly load: (needed: Readonly<Record<Part, unknown>>) => void
  /** Clears the list of failed parts, so that the next `load` requests them again. */
  readonly retry: () => void
  readonly stop: () => void
}

/**
 * Creates the loader of the preferences, the guide and the blocks. When parts have loaded, the
 * loader draws the view again. Until then the view keeps its current texts.
 */
export const createPartLoader = (stage: Stage, warnOnce: WarnOnce): PartLoader => {
  const { consent, options } = stage
  const { $state, $view } = consent
  let parts: LoadedParts | undefined
  /**
   * The language and parts of the last request, as text. `load` requests nothing while these are
   * the same.
   */
  let wanted: string | undefined
  /**
   * The parts that could not be loaded. These parts are requested again when the visitor opens the
   * preferences or the guide.
   */
  let missing: readonly Part[] = []
  let hasFailed = false

  const show = (loaded: Loaded) => {
    const { labels, language, record } = loaded
    for (const [part, error] of loaded.missing) warnOnce(part, language, error)
    // If the texts of the preferences could not be loaded in the new language, all parts keep the
    // current language.
    if (parts && !labels) return
    missing = [...missing, ...loaded.missing.keys()]
    if (labels) parts = { ...loaded, labels }
    stage.words = { ...loaded, why: record?.code.whyAgain(consent, loaded) }
    // If the opened part could not be loaded, ask for a decision with `confirm()`, or show the
    // preferences in place of the guide.
    if (!labels) askPlainly(consent)
    else if ($view.get() === 'guide' && loaded.missing.has('guide')) consent.openPreferences()
    stage.draw()
  }

  const retry = () => {
    if (!hasFailed) return
    hasFailed = false
    wanted = undefined
    missing = []
  }

  return {
    parts: () => parts,
    load(needed) {
      const { language, record, pending } = $state.get()
      // If the visitor has decided before, the banner says why it asks again, and needs the code of
      // the record.
      const isAgain = record && pending[0]
      const names = (Object.keys(needed) as Part[]).filter(
        part => (needed[part] || (isAgain && part === 'record')) && !missing.includes(part),
      )
      const what = [language, isAgain, ...names].join()
      if (what === wanted) return
      wanted = what
      const view = $view.get()
      /**
       * Is called after a failure. If the visitor has opened the preferences or the guide since the
       * request, requests the parts again and returns `true`.
       */
      const isRequestedAgain = () => {
        hasFailed = true
        const opened = $view.get()
        if (opened === view || !isOpened(opened)) return false
        retry()
        stage.draw()
        return true
      }
      stage
        .loadWords()
        .then(words => loadParts(words, names, options.texts))
        .then(
          loaded => {
            if (what === wanted && !(loaded.missing.size && isRequestedAgain())) show(loaded)
          },
          error => {
            if (what !== wanted || isRequestedAgain()) return
            warnOnce('banner', language, error)
            if (!parts) askPlainly(consent)
          },
        )
    },
    retry,
    stop() {
      wanted = 'nothing'
    },
  }
}
