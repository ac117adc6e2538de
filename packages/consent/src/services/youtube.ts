import type { Service } from '../core/index.ts'
import { type Preset, service } from '../gate/index.ts'
import { type PresetOptions, preset } from './preset.ts'

const NAME = 'YouTube'

/** Returns the preset of YouTube's player, from which `youtube` creates the service. */
export const declareYoutube = (options?: PresetOptions): Preset<typeof NAME> =>
  preset(options, {
    name: NAME,
    addresses: ['*.youtube.com', '*.youtube-nocookie.com', '*.ytimg.com'],
    cookies: [],
    toolKind: 'iframe',
    entry: {
      facts: () => import('./entries/youtube.ts'),
      en: () => import('../words/en/services/youtube.ts'),
      ko: () => import('../words/ko/services/youtube.ts'),
      ja: () => import('../words/ja/services/youtube.ts'),
    },
  })

/**
 * Creates the service for YouTube's player, in an iframe or by YouTube's script. The gate blocks
 * the iframes of YouTube until the grant, though one in the HTML may be requested before, and
 * empties them at the withdrawal.
 *
 * ```ts
 * categories: { media: { services: [youtube()] } }
 * ```
 */
export const youtube = (options?: PresetOptions): Service<typeof NAME> =>
  service(declareYoutube(options))
