import type { AnyConsent } from '../../core/index.ts'
import type { ConsentUiOptions } from '../view/options.ts'
import type { StartedView } from '../view/stage.ts'
import { startView } from '../view/start-view.ts'
import { type LoadText, loadWords } from '../words/load-words.ts'
import { type Handed, take } from './handed.ts'

/** Imports a file from the folder of this file. */
const get = <File>(name: string): Promise<File> => import(`./${name}.js`)

/** Loads the banner's texts in a language from `ui.<language>.js`, which also contains this code. */
const loadText: LoadText = own => get(`ui.${own}`)

/**
 * Mounts the view of the script tag. Rejects when the banner's texts cannot be loaded or drawn.
 *
 * @param ask Asks the visitor with `confirm()` when the opened preferences or guide cannot be shown.
 * @param mark Marks the elements that open the preferences as busy while the preferences are loading.
 * @param handed Values that consent.js shares with this file.
 */
export const mountView = async (
  consent: AnyConsent,
  options: ConsentUiOptions,
  ask: (consent: AnyConsent) => void,
  mark: (isBusy: boolean) => void,
  ...handed: Handed
): Promise<StartedView> => {
  take(handed)
  const load = () => loadWords(loadText, consent, options)
  const words = await load()
  const view = startView(
    consent,
    options,
    load,
    async own => {
      // Start to load the texts now, in parallel. The code of the preferences requests the same file later.
      get(`preferences.${own}`).catch(() => {})
      const { startLayers }: typeof import('./layers.ts') = await get('preferences')
      return stage => startLayers(stage, handed)
    },
    ask,
    mark,
  )
  view.use(words)
  return view
}
