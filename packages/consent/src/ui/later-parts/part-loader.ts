import type { View } from '../../core/index.ts'
import { warn } from '../../options/warn.ts'
import { lazy } from '../../shared/lazy.ts'
import type { PreferencesText } from '../../words/en/preferences.ts'
import { GUIDE, PREFERENCES, RECORD, STORED } from '../../words/files.ts'
import { askPlainly, isOpened } from '../view/ask-plainly.ts'
import type { ViewContext } from '../view/view-context.ts'
import type { BannerWords } from '../words/load-words.ts'
import type { HostTexts, PartOf, ViewTexts } from '../words/texts.ts'
import type { LoadedParts, Part } from './part-props.ts'

interface Loaded extends Omit<LoadedParts, 'labels'> {
  readonly labels?: PreferencesText | undefined
  /** The parts that could not be loaded, with their errors. */
  readonly missing: ReadonlyMap<Part, unknown>
}

/** The parts that a site may have texts for. */
const PARTS: Readonly<Record<keyof ViewTexts, string>> = {
  banner: '',
  details: '',
  preferences: '',
  stored: '',
  record: '',
  sections: '',
  guide: '',
  placeholder: '',
}

/** Loads and stores the texts and the code of each `Part`. */
export interface PartLoader {
  /** Returns the loaded parts, in one language; `undefined` until the preferences have loaded. */
  readonly parts: () => LoadedParts | undefined
  /** Loads the texts in the language of the page, and each part that is truthy in `needed`. */
  readonly load: (needed: Readonly<Record<Part, unknown>>) => void
  /** Lets the next `load` request again what could not be loaded. */
  readonly retry: () => void
  /** Warns that a part could not be loaded or drawn, once for each part and language. */
  readonly warnOnce: (part: string, language: string, error: unknown) => void
  readonly stop: () => void
}

/** Creates the loader, which draws the view again when parts have loaded. */
export const createPartLoader = (context: ViewContext): PartLoader => {
  const { consent, options } = context
  const { $state, $view } = consent
  let parts: LoadedParts | undefined
  let hasFailed = false
  /** The value of `$view` at the last request. */
  let requestedAt: View

  const warned = new Set<string>()
  const warnOnce: PartLoader['warnOnce'] = (part, language, error) => {
    if (!warned.has(part + language)) warn('view-failed', part, language, error)
    warned.add(part + language)
  }

  const show = (loaded: Loaded) => {
    const { labels, language, record } = loaded
    for (const [part, error] of loaded.missing) warnOnce(part, language, error)
    // If the texts of the preferences could not be loaded in the new language, all parts keep the
    // current language.
    if (parts && !labels) return
    if (labels) parts = { ...loaded, labels }
    context.words = { ...loaded, why: record?.code.whyAgain(consent, loaded) }
    // If the opened part could not be loaded, ask for a decision with `confirm()`, or show the
    // preferences in place of the guide.
    if (!labels) askPlainly(consent)
    else if ($view.get() === 'guide' && loaded.missing.has('guide')) consent.openPreferences()
    context.draw()
  }
  const retry = () => {
    if (hasFailed) loadOnce()
    hasFailed = false
  }

  /** Requests again, after a failure, if the visitor has opened a dialog since the request. */
  const isRequestedAgain = () => {
    hasFailed = true
    const opened = $view.get()
    if (opened === requestedAt || !isOpened(opened)) return false
    retry()
    context.draw()
    return true
  }

  const loadOnce = lazy(error => {
    if (isRequestedAgain()) return
    warnOnce('banner', $state.get().language, error)
    if (!parts) askPlainly(consent)
  })

  return {
    parts: () => parts,
    load(needed) {
      const { language, record, pending } = $state.get()
      // If the visitor has decided before, the banner says why it asks again, and needs the code of
      // the record.
      const isAgain = record && pending[0]
      const names = (Object.keys(needed) as Part[]).filter(
        part => needed[part] || (isAgain && part === 'record'),
      )
      const request = async () => {
        requestedAt = $view.get()
        return loadParts(await context.loadWords(), names, options.texts)
      }
      loadOnce([language, isAgain, ...names].join(), request, loaded => {
        if (!(loaded.missing.size && isRequestedAgain())) show(loaded)
      })
    },
    retry,
    warnOnce,
    stop: () => loadOnce(),
  }
}

/**
 * Loads the named parts in the language of the banner's texts. In place of a part that cannot be
 * loaded, `missing` has its error.
 */
const loadParts = async (
  words: BannerWords,
  names: readonly Part[],
  hosts?: HostTexts | null,
): Promise<Loaded> => {
  const { language, own, merge } = words
  const missing = new Map<Part, unknown>()
  // Warns of texts of the site whose key is none of `PARTS`.
  merge<object>(PARTS, hosts?.[language])
  const part = async <Found>(name: Part, load: () => Promise<Found>) => {
    try {
      return names.includes(name) ? await load() : undefined
    } catch (error) {
      missing.set(name, error)
      return undefined
    }
  }
  /** Loads the code and the text of a part in parallel. */
  const withText = <Code, Name extends keyof ViewTexts & Part>(
    name: Name,
    code: () => Promise<Code>,
    text: () => Promise<{ readonly text: ViewTexts[Name] }>,
  ) =>
    part(name, async () => {
      const [loaded, file] = await Promise.all([code(), text()])
      const host = hosts?.[language]?.[name] as PartOf<ViewTexts[Name]> | undefined
      return { code: loaded, text: merge(file.text, host) }
    })
  const [preferences, guide, stored, record, blocks] = await Promise.all([
    withText('preferences', async () => {}, PREFERENCES[own]),
    withText('guide', () => import('../guide/guide-panel.tsx'), GUIDE[own]),
    withText('stored', () => import('../stored/stored-of.ts'), STORED[own]),
    withText('record', () => import('../record/record.tsx'), RECORD[own]),
    part('blocks', () => import('../blocks/create-page-blocks.tsx')),
  ])
  return { ...words, labels: preferences?.text, guide, stored, record, blocks, missing }
}
