import type { AnyConsent } from '../../core/index.ts'
import type { OwnLanguage } from '../../shared/languages.ts'
import type { BannerText } from '../../words/en/banner.ts'
import type { ConsentUiOptions } from '../view/options.ts'
import { startView } from '../view/start-view.ts'
import type { StartedView } from '../view/view-context.ts'
import { loadWords } from '../words/load-words.ts'
import { type Handed, setHanded } from './handed.ts'
import { nameMistakes, nameNoWayBack } from './name-mistakes.ts'

/** The options of the view of the script tag. */
export interface TagViewOptions extends ConsentUiOptions {
  /** The merged configurations of the page's calls of `spaceoneConsent`, as they were written. */
  readonly configuration?: object | undefined
}

/** Imports a file from the folder of this file. */
const get = <File>(name: string): Promise<File> => import(`./${name}.js`)

/**
 * Returns the function that starts the view of the script tag. Rejects if consent.js has another
 * version, or if the banner's texts cannot be loaded.
 */
export const startTagView = async (
  consent: AnyConsent,
  options: TagViewOptions,
  handed: Handed,
): Promise<() => StartedView> => {
  setHanded(handed)
  nameNoWayBack(consent, options.button)
  nameMistakes(options)
  // The banner's texts are in `ui.<language>.js`, which also has this function.
  const importText = (own: OwnLanguage) => get<{ readonly text: BannerText }>(`ui.${own}`)
  const load = () => loadWords(importText, () => get('details'), consent, options)
  const words = await load()
  return () =>
    startView(consent, options, words, load, async own => {
      // Request the texts of the preferences at the same time as their code.
      get(`preferences.${own}`).catch(() => {})
      const { startTagParts }: typeof import('./start-tag-parts.ts') = await get('preferences')
      return context => startTagParts(context, handed)
    })
}
