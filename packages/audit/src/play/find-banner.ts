import type { Act, SeenBanner } from '../seen.ts'
import { type Autoconsent, findAutoconsent } from './autoconsent.ts'
import { type Control, findControls, inBanner } from './find-controls.ts'
import { lookUntil } from './look-until.ts'
import { hasOurBanner, measureOurs } from './our-banner.ts'
import type { Visit } from './visit.ts'

/**
 * A banner that was found, and how the audit answers it: by our ids, by a rule of autoconsent, or
 * by the words on its buttons.
 */
export type Banner =
  | { readonly kind: 'ours' }
  | { readonly kind: 'rule'; readonly rule: Autoconsent }
  | { readonly kind: 'words' }

/** How long a banner may take to appear on a loaded page, in milliseconds. */
const APPEARING = { limit: 5000, interval: 250 }

/** Returns the first control in a banner that does `act`. */
export const controlFor = (controls: readonly Control[], act: Act): Control | undefined =>
  inBanner(controls).find(control => control.act === act)

/** Says whether one of the controls in a banner accepts or refuses. */
const hasBannerWords = (controls: readonly Control[]): boolean =>
  controlFor(controls, 'accept') !== undefined || controlFor(controls, 'refuse') !== undefined

const measure = (found: string, controls: readonly Control[]): SeenBanner => {
  const [accept, refuse] = (['accept', 'refuse'] as const).map(act => {
    const control = controlFor(controls, act)
    return control && { steps: 1, width: control.width, height: control.height }
  })
  return { found, ...(accept ? { accept } : {}), ...(refuse ? { refuse } : {}) }
}

/**
 * Waits for a banner: finds the SDK's by its ids, and the banners of others by their words.
 *
 * @returns The controls on the page, even if no banner appears; `undefined` if the banner is the
 *   SDK's.
 */
const waitForBanner = ({ page }: Visit): Promise<readonly Control[] | undefined> =>
  lookUntil(
    page,
    APPEARING,
    async () => ((await hasOurBanner(page)) ? undefined : findControls(page)),
    controls => !controls || hasBannerWords(controls),
  )

/**
 * Finds the banner, measures its controls and takes a picture of the page. Returns `undefined` if
 * there is no banner.
 *
 * @param isPlain Whether the visitor leaves the banner unanswered, which needs no autoconsent.
 */
export const findBanner = async (visit: Visit, isPlain = false): Promise<Banner | undefined> => {
  const { page, hasBanner, photograph } = visit
  const controls = await waitForBanner(visit)
  // Our banner can have appeared while `waitForBanner` looked for words.
  if (!controls || (await hasOurBanner(page))) {
    const [accept, refuse] = [await measureOurs(page, 'accept'), await measureOurs(page, 'refuse')]
    hasBanner({ found: 'spaceone', accept, refuse })
    await photograph()
    return { kind: 'ours' }
  }
  const rule = isPlain ? undefined : await findAutoconsent(page)
  if (!rule && !hasBannerWords(controls)) return undefined
  hasBanner(measure(rule?.name ?? 'words', controls))
  await photograph()
  return rule ? { kind: 'rule', rule } : { kind: 'words' }
}
