import type { SeenBanner } from '../seen.ts'
import { type Autoconsent, findAutoconsent } from './autoconsent.ts'
import { type Control, findControls, inBanner } from './find-controls.ts'
import { lookUntil } from './look-until.ts'
import { hasOurBanner, measureOurs } from './our-banner.ts'
import type { Visit } from './visit.ts'
import type { Act } from './words.ts'

/** A banner that was found, and how its answers are given. */
export type Banner =
  | { readonly kind: 'ours' }
  | { readonly kind: 'rule'; readonly rule: Autoconsent }
  | { readonly kind: 'words' }

/** How long a banner may take to appear after the page. */
const APPEARING = { limit: 5000, interval: 250 }

/** Returns the first control of an act in a banner. */
export const controlFor = (controls: readonly Control[], act: Act): Control | undefined =>
  inBanner(controls).find(control => control.act === act)

/** Says whether a control that answers a banner stands on the page. */
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
 * Waits for a banner: ours by its ids, then others by their words.
 *
 * @returns The controls on the page; `undefined` for ours.
 */
const waitForBanner = ({ page }: Visit): Promise<readonly Control[] | undefined> =>
  lookUntil(
    page,
    APPEARING,
    async () => ((await hasOurBanner(page)) ? undefined : findControls(page)),
    controls => !controls || hasBannerWords(controls),
  )

/**
 * Finds the banner, measures its answers and takes a picture of it.
 *
 * @param isPlain The visitor does nothing with the banner, so no rule is looked for.
 */
export const findBanner = async (visit: Visit, isPlain = false): Promise<Banner | undefined> => {
  const { page, hasBanner, photograph } = visit
  const controls = await waitForBanner(visit)
  // Our banner may have come while the words were looked for.
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
