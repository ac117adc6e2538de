import { startLayers } from '../layers/start-layers.tsx'
import type { Layers, Stage } from '../view/stage.ts'
import { type Handed, take } from './handed.ts'

/**
 * Starts the preferences, the guide, the blocks and the settings button of the script tag.
 *
 * @param handed Values that consent.js shares with this file.
 */
export const startTagLayers = (stage: Stage, handed: Handed): Layers => {
  take(handed)
  return startLayers(stage)
}
