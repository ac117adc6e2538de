import { startParts } from '../later-parts/start-parts.tsx'
import type { Parts, ViewContext } from '../view/view-context.ts'
import { type Handed, setHanded } from './handed.ts'

/** Starts the preferences, the guide, the blocks and the settings button of the script tag. */
export const startTagParts = (context: ViewContext, handed: Handed): Parts => {
  setHanded(handed)
  return startParts(context)
}
