import type { Service } from '../core/index.ts'
import { type Preset, service } from '../gate/index.ts'
import { type IdOptions, preset, useScript } from './preset.ts'

/** The options of `lineTag`. */
export interface LineTagOptions extends IdOptions {
  /** `lap` for LINE Ads, `account` for a LINE Official Account. @default 'lap' */
  readonly customerType?: 'lap' | 'account' | undefined
  /** The domain for which LINE's cookies count, if the tag is on several hosts of this domain. */
  readonly sharedCookieDomain?: string | undefined
}

/** The globals of LINE's snippet. */
interface LinePage {
  /** The calls that wait for the script. */
  _ltq: unknown[]
  /** A function that adds to `_ltq`, until the script runs. */
  _lt: (command: string, ...more: readonly unknown[]) => void
}

const NAME = 'LINE Tag'

/**
 * Returns LINE's globals, with a list in which no call waits: the script would send a waiting call
 * late.
 */
const emptied = (): LinePage => {
  const page = window as unknown as LinePage
  page._ltq ??= []
  page._ltq.length = 0
  return page
}

/** Returns the preset of LINE's tag, from which `lineTag` creates the service. */
export const declareLineTag = (options: LineTagOptions): Preset<typeof NAME> => {
  /** Whether the script has run, and so has carried out `init`. */
  let hasRun = false
  /** LINE's function, while a function without an effect stands in its place. */
  let kept: LinePage['_lt'] | undefined
  return preset(
    options,
    {
      name: NAME,
      // The first by path: its host serves LINE's buttons and its sign-in, too.
      addresses: ['d.line-scdn.net/n/line_tag', 'tr.line.me'],
      cookies: ['__lt__cid*', '__lt__sid'],
      entry: {
        facts: () => import('./entries/line-tag.ts'),
        en: () => import('../words/en/services/line-tag.ts'),
        ko: () => import('../words/ko/services/line-tag.ts'),
        ja: () => import('../words/ja/services/line-tag.ts'),
      },
      start(context) {
        const { id, customerType = 'lap', sharedCookieDomain } = options
        const page = emptied()
        if (kept) page._lt = kept
        kept = undefined
        page._lt ??= function () {
          // biome-ignore lint/complexity/noArguments: LINE's snippet adds lists of arguments
          page._ltq.push(arguments)
        }
        if (!hasRun) {
          const src = 'https://d.line-scdn.net/n/line_tag/public/release/v1/lt.js'
          useScript(context, NAME, src, () => {
            hasRun = true
          })
          page._lt('init', {
            ...{ customerType, tagId: id },
            ...(sharedCookieDomain && { sharedCookieDomain }),
          })
        }
        page._lt('send', 'pv', [id])
      },
      // No page of LINE names a command for it. The gate blocks what LINE's script sends by itself.
      stop() {
        const page = emptied()
        kept ??= page._lt
        page._lt = () => {}
      },
    },
    /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/,
  )
}

/**
 * Creates the service for LINE's tag, which sends a page view at a grant and on each page while the
 * grant lasts. At the withdrawal, a function without an effect replaces LINE's `_lt`. What the page
 * calls before a grant is dropped.
 *
 * ```ts
 * categories: { marketing: { services: [lineTag({ id: '1e11feb8-0b70-4f0b-b0b2-826a83b5721d' })] } }
 * ```
 *
 * @throws ConsentError if the id is invalid, in development. In production the consent then
 *   grants no category.
 */
export const lineTag = (options: LineTagOptions): Service<typeof NAME> =>
  service(declareLineTag(options))
