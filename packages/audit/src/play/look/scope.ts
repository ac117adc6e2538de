import { siteOf } from '../../collectors/site-of.ts'
import type { Act } from '../../seen.ts'
import {
  type Control,
  type Layer,
  layersAround,
  type PageLook,
  speaksOfConsent,
} from './find-controls.ts'

/**
 * Where the audit may click by words: in the banner, and in what a click of the audit has opened,
 * if that speaks of consent or lies on a page of settings.
 */
export interface Scope {
  /** The ids of the layers that are the banner. */
  readonly roots: ReadonlySet<number>
  /** The ids of all layers in the look from which the scope was created, but hidden ones. */
  readonly old: ReadonlySet<number>
  /**
   * Whether a control for settings has led to the page, so that its layers need no words about
   * consent.
   */
  readonly isSettingsPage: boolean
}

/** Creates a scope from a look before the first click. */
export const createScope = ({ layers }: PageLook, roots: readonly Layer[] = []): Scope => ({
  roots: new Set(roots.map(({ id }) => id)),
  old: new Set(layers.filter(({ isHidden }) => !isHidden).map(({ id }) => id)),
  isSettingsPage: false,
})

/** The scope of a page of settings, all layers of which are new. */
export const SETTINGS_PAGE: Scope = { roots: new Set(), old: new Set(), isSettingsPage: true }

/** Returns the outermost layer, around or at `layer`, in which the audit may click, if any. */
export const rootOf = ({ roots, old, isSettingsPage }: Scope, layer: Layer): Layer | undefined =>
  layersAround(layer).findLast(
    one =>
      roots.has(one.id) ||
      (!old.has(one.id) &&
        (speaksOfConsent(one) || (isSettingsPage && !one.isPage && !one.hasField))),
  )

/** Says whether the audit may click by words in a layer. */
export const isInScope = (scope: Scope, layer: Layer): boolean => rootOf(scope, layer) !== undefined

/** Says whether a control leads to another site, or its form has a text field or a `<select>`. */
const isForbidden = ({ href, isInForm, frame }: Control): boolean =>
  isInForm || (href !== undefined && siteOf(href) !== siteOf(frame.url()))

/** Returns the controls of a look that the audit may press. */
export const controlsIn = (scope: Scope, { controls }: PageLook): Control[] =>
  controls.filter(control => !isForbidden(control) && isInScope(scope, control.layer))

/** Returns the first control that does `act`; a link to another page only if no other does. */
export const controlFor = (controls: readonly Control[], act: Act): Control | undefined => {
  const all = controls.filter(control => control.act === act)
  return all.find(({ href }) => href === undefined) ?? all[0]
}
