import type { Service } from '../core/index.ts'
import { type Preset, service } from '../gate/index.ts'
import { addScript, type IdOptions, preset, queueOf } from './preset.ts'

/** The options of `clarity`. */
export interface ClarityOptions extends IdOptions {
  /** Whether Clarity may also use cookies for advertising, `ad_Storage`. @default false */
  readonly advertising?: boolean | undefined
}

/** Clarity's function: a queue until the script runs, then the script's own. */
interface Clarity {
  (...call: readonly unknown[]): void
  /** The version, while Clarity records. */
  v?: string
}

const NAME = 'Microsoft Clarity'

/** Returns the preset of Microsoft Clarity, from which `clarity` creates the service. */
export const declareClarity = (options: ClarityOptions): Preset<typeof NAME> => {
  /** Whether a withdrawal has stopped Clarity, so that it can start again without a download. */
  let hasRun = false
  return preset(
    options,
    {
      name: NAME,
      addresses: ['*.clarity.ms', 'c.bing.com/c.gif'],
      cookies: ['_clck', '_clsk'],
      storage: ['_cltk'],
      entry: {
        facts: () => import('./entries/clarity.ts'),
        en: () => import('../words/en/services/clarity.ts'),
        ko: () => import('../words/ko/services/clarity.ts'),
        ja: () => import('../words/ja/services/clarity.ts'),
      },
      start(context) {
        if (hasRun) queueOf<Clarity>('clarity')('start')
        else addScript(context, NAME, `https://www.clarity.ms/tag/${options.id}`)
        // https://learn.microsoft.com/en-us/clarity/setup-and-installation/clarity-consent-api-v2
        queueOf<Clarity>('clarity')('consentv2', {
          ad_Storage: options.advertising ? 'granted' : 'denied',
          analytics_Storage: 'granted',
        })
      },
      // `stop` alone: after the signal "denied" Clarity goes on to record, without cookies.
      // https://github.com/microsoft/clarity/blob/master/packages/clarity-js/src/data/consent.ts
      stop() {
        const page = window as { clarity?: Clarity | undefined }
        hasRun ||= !!page.clarity?.v
        if (page.clarity?.v) page.clarity('stop')
        // Without the queue, a script that arrives later starts nothing.
        else page.clarity = undefined
      },
    },
    /^[a-z\d]{6,16}$/,
  )
}

/**
 * Creates the service for Microsoft Clarity, which records what visitors do on the page.
 *
 * ```ts
 * categories: { analytics: { services: [clarity({ id: 't7oy6y6059' })] } }
 * ```
 *
 * @throws ConsentError if the id is invalid, in development. In production the consent then
 *   grants no category.
 */
export const clarity = (options: ClarityOptions): Service<typeof NAME> =>
  service(declareClarity(options))
