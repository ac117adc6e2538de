import type { Service } from '../core/index.ts'
import { type Preset, service } from '../gate/index.ts'
import { addScript, type IdOptions, preset } from './preset.ts'

/** Meta's function: a queue until the script runs, then the script's own. */
interface Fbq {
  (...call: readonly unknown[]): void
  /** The script's function, once the script has run. */
  callMethod?(...call: readonly unknown[]): void
  /** The calls that wait for the script, or until it has its configuration and the consent. */
  queue: unknown[]
}

const NAME = 'Meta Pixel'

/**
 * Returns Meta's `fbq`. If the page has no `fbq`, creates one that queues calls, as Meta's snippet
 * does.
 */
const queued = (): Fbq => {
  const page = window as { fbq?: Fbq; _fbq?: Fbq }
  const fbq: Fbq = Object.assign(
    (...call: readonly unknown[]) =>
      fbq.callMethod ? fbq.callMethod(...call) : void fbq.queue.push(call),
    { loaded: true, version: '2.0', queue: [] },
  )
  page.fbq ??= Object.assign(fbq, { push: fbq })
  page._fbq ??= page.fbq
  return page.fbq
}

/** Returns the preset of Meta's pixel, from which `metaPixel` creates the service. */
export const declareMetaPixel = (options: IdOptions): Preset<typeof NAME> => {
  let isAdded = false
  /** Whether the script had run at a withdrawal, and so has carried out `init`. */
  let hasRun = false
  return preset(
    options,
    {
      name: NAME,
      // By path, since Facebook's sign-in and its "like" buttons use the same hosts.
      addresses: [
        ...['en_US/fbevents.js', 'signals', 'log'].map(path => `connect.facebook.net/${path}`),
        ...['facebook.com/tr', '*.facebook.com/tr', '*.facebook.com/privacy_sandbox'],
      ],
      cookies: ['_fbp', '_fbc', '_fbleid'],
      storage: ['multiFbc', 'aemSource', 'lastExternalReferrer*'],
      toolKind: 'pixel',
      entry: {
        facts: () => import('./entries/meta-pixel.ts'),
        en: () => import('../words/en/services/meta-pixel.ts'),
        ko: () => import('../words/ko/services/meta-pixel.ts'),
        ja: () => import('../words/ja/services/meta-pixel.ts'),
      },
      start(context) {
        const fbq = queued()
        if (!isAdded) addScript(context, NAME, 'https://connect.facebook.net/en_US/fbevents.js')
        isAdded = true
        // The script would send all that has waited since the withdrawal.
        fbq.queue.length = 0
        fbq('consent', 'grant')
        if (!hasRun) fbq('init', options.id)
        fbq('track', 'PageView')
      },
      stop() {
        const fbq = queued()
        hasRun ||= !!fbq.callMethod
        // A script that arrives later must initialise nothing.
        fbq.queue.length = 0
        // https://developers.facebook.com/docs/meta-pixel/implementation/gdpr
        fbq('consent', 'revoke')
      },
    },
    /^\d{6,20}$/,
  )
}

/**
 * Creates the service for Meta's pixel, which sends `PageView` at a grant and on each page while
 * the grant lasts. A withdrawal calls Meta's `consent` with `revoke`. A grant drops calls that have
 * waited.
 *
 * ```ts
 * categories: { marketing: { services: [metaPixel({ id: '1595596972063765' })] } }
 * ```
 *
 * @throws ConsentError if the id is invalid, in development. In production the consent then
 *   grants no category.
 */
export const metaPixel = (options: IdOptions): Service<typeof NAME> =>
  service(declareMetaPixel(options))
