import type { Service } from '../core/index.ts'
import { type Preset, service } from '../gate/index.ts'
import { addScript, type IdOptions, preset, queueOf } from './preset.ts'

const NAME = 'Hotjar'

/** Returns the preset of Hotjar, from which `hotjar` creates the service. */
export const declareHotjar = (options: IdOptions): Preset<typeof NAME> => {
  let isAdded = false
  return preset(
    options,
    {
      name: NAME,
      addresses: ['*.hotjar.com', '*.hotjar.io'],
      cookies: ['_hjSessionUser_*', '_hjSession_*', '_hj*'],
      storage: [
        { name: '_hj*', seconds: 'until-deleted' },
        ...['hjActiveViewportIds', 'hjViewportId'],
      ],
      entry: {
        facts: () => import('./entries/hotjar.ts'),
        en: () => import('../words/en/services/hotjar.ts'),
        ko: () => import('../words/ko/services/hotjar.ts'),
        ja: () => import('../words/ja/services/hotjar.ts'),
      },
      start(context) {
        const { id } = options
        const page = window as { _hjSettings?: object }
        page._hjSettings ??= { hjid: Number(id), hjsv: 6 }
        queueOf('hj')
        if (!isAdded) addScript(context, NAME, `https://static.hotjar.com/c/hotjar-${id}.js?sv=6`)
        isAdded = true
      },
      // Hotjar has no command that ends a recording. The gate blocks what the recording sends.
      stop() {
        const { q } = queueOf<{ (): void; q?: unknown[] }>('hj')
        if (q) q.length = 0
      },
    },
    /^\d{1,9}$/,
  )
}

/**
 * Creates the service for Hotjar's recordings, heat maps and surveys. Hotjar cannot be stopped in a
 * page: after a withdrawal the gate blocks its requests and deletes its cookies, but leaves an open
 * WebSocket open. Reload the page at a withdrawal to end a recording.
 *
 * ```ts
 * categories: { analytics: { services: [hotjar({ id: '1234567' })] } }
 * ```
 *
 * @throws ConsentError if the id is invalid, in development. In production the consent then
 *   grants no category.
 */
export const hotjar = (options: IdOptions): Service<typeof NAME> => service(declareHotjar(options))
