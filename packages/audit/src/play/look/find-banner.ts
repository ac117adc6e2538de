import type { SeenBanner } from '../../seen.ts'
import { type Autoconsent, findAutoconsent } from '../answer/autoconsent.ts'
import { hasOurBanner, measureOurs } from '../answer/our-banner.ts'
import type { PhaseVisit } from '../visit.ts'
import {
  type Control,
  type Layer,
  layersAround,
  lookAt,
  type PageLook,
  speaksOfConsent,
} from './find-controls.ts'
import { findSelected } from './find-selected.ts'
import { lookUntil } from './look-until.ts'
import { controlFor, controlsIn, createScope, type Scope } from './scope.ts'

/**
 * A banner that was found, and how the audit answers it: by the selectors of the options, by the
 * SDK's ids, by a rule of autoconsent, or by the words on its buttons.
 */
export interface FoundBanner {
  readonly kind: 'selectors' | 'ours' | 'rule' | 'words'
  readonly scope: Scope
  /** How long the banner took to appear on the loaded page, in milliseconds. */
  readonly appearing: number
  /** The rule that knows the banner, if `kind` is `rule`. */
  readonly rule?: Autoconsent | undefined
}

/** The largest number of controls of a banner that the audit notes. */
const NOTED = 20

/**
 * Returns the banner that a control is in: the outermost layer around the control (see `isLayer`)
 * that speaks of consent (see `speaksOfConsent`); `undefined` if there is none.
 */
const bannerAround = ({ layer }: Control): Layer | undefined =>
  layersAround(layer).findLast(one => one.isLayer && speaksOfConsent(one))

/** Returns the banners in a look: outermost layers about consent with a control that accepts. */
export const bannersIn = ({ controls }: PageLook): Layer[] => {
  const accepting = controls.filter(({ act, isInForm }) => act === 'accept' && !isInForm)
  return [...new Set(accepting.flatMap(control => bannerAround(control) ?? []))]
}

const describe = (found: string, controls: readonly Control[]): SeenBanner => {
  const [accept, refuse] = (['accept', 'refuse'] as const).map(act => {
    const control = controlFor(controls, act)
    return control && { steps: 1, width: control.width, height: control.height }
  })
  const noted = controls.filter(({ act, href }) => act || href === undefined).slice(0, NOTED)
  return {
    ...{ found, ...(accept ? { accept } : {}), ...(refuse ? { refuse } : {}) },
    controls: noted.map(({ words, act }) => ({ words, act })),
  }
}

/**
 * Waits for a banner: finds the SDK's by its ids, and the banners of others by their words.
 *
 * @param limit How long to wait, in milliseconds. @default the visitor's patience
 * @returns The last look at the page; `undefined` if the banner is the SDK's.
 */
export const waitForBanner = (
  { page, patience }: PhaseVisit,
  limit: number = patience,
): Promise<PageLook | undefined> =>
  lookUntil(
    page,
    limit,
    async () => ((await hasOurBanner(page)) ? undefined : lookAt(page)),
    look => !look || bannersIn(look).length > 0,
  )

/**
 * Finds the banner and notes its controls. Returns `undefined` if the audit finds no banner.
 *
 * @param isPlain Whether to look without autoconsent, for a visitor who gives no answer.
 */
export const findBanner = async (
  visit: PhaseVisit,
  isPlain = false,
): Promise<FoundBanner | undefined> => {
  const { page, noteBanner } = visit
  const began = Date.now()
  if (await findSelected(visit, 'accept')) {
    const look = await lookAt(page)
    const scope = createScope(look, bannersIn(look))
    noteBanner(describe('selectors', controlsIn(scope, look)))
    return { kind: 'selectors', scope, appearing: Date.now() - began }
  }
  const look = await waitForBanner(visit)
  const appearing = Date.now() - began
  // Our banner can have appeared while `waitForBanner` looked for words.
  if (!look || (await hasOurBanner(page))) {
    const [accept, refuse] = [await measureOurs(page, 'accept'), await measureOurs(page, 'refuse')]
    noteBanner({ found: 'spaceone', accept, refuse })
    return { kind: 'ours', scope: createScope(look ?? (await lookAt(page))), appearing }
  }
  const roots = bannersIn(look)
  const scope = createScope(look, roots)
  const rule = isPlain ? undefined : await findAutoconsent(page, look)
  if (!rule && !roots.length) return undefined
  noteBanner(describe(rule?.name ?? 'words', controlsIn(scope, look)))
  return { kind: rule ? 'rule' : 'words', rule, scope, appearing }
}
