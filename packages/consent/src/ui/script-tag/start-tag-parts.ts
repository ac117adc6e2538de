import { startParts } from '../later-parts/start-parts.tsx'
import type { Parts, Stage } from '../view/stage.ts'
import { type Handed, take } from './handed.ts'

/**
 * Starts the preferences, the guide, the blocks and the settings button of the script tag.
 *
 * @param handed Values that consent.js shares with this file.
 */
export const startTagParts = (stage: Stage, handed: Handed): Parts => {
  take(handed)
  return startParts(stage)
}
