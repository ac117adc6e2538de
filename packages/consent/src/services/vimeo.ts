import type { Service } from '../core/index.ts'
import { type Preset, service } from '../gate/index.ts'
import { type PresetOptions, preset } from './preset.ts'

const NAME = 'Vimeo'

/** Returns the preset of Vimeo's player, from which `vimeo` creates the service. */
export const declareVimeo = (options?: PresetOptions): Preset<typeof NAME> =>
  preset(options, {
    name: NAME,
    // Not all of vimeo.com, to which pages link.
    addresses: [
      ...['player.vimeo.com', '*.vimeocdn.com'],
      ...['api', 'event', 'showcase'].map(path => `vimeo.com/${path}`),
    ],
    cookies: [],
    toolKind: 'iframe',
    entry: {
      facts: () => import('./entries/vimeo.ts'),
      en: () => import('../words/en/services/vimeo.ts'),
      ko: () => import('../words/ko/services/vimeo.ts'),
      ja: () => import('../words/ja/services/vimeo.ts'),
    },
  })

/**
 * Creates the service for Vimeo's player, in an iframe or by Vimeo's script. The gate blocks the
 * iframes of Vimeo until the grant, though one in the HTML may be requested before, and empties
 * them at the withdrawal. With `dnt=1` in the address of an iframe, Vimeo sets no new cookies for
 * its statistics.
 *
 * ```ts
 * categories: { media: { services: [vimeo()] } }
 * ```
 */
export const vimeo = (options?: PresetOptions): Service<typeof NAME> =>
  service(declareVimeo(options))
