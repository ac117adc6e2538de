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
 * What the audit may click: the controls in the banner, and those in a part of the page that a
 * click of the audit has opened.
 */
export interface Scope {
  /** The ids of the layers that are the banner. */
  readonly roots: ReadonlySet<number>
  /** The ids of all other parts of the page that were visible before the audit's first click. */
  readonly old: ReadonlySet<number>
  /**
   * Whether a control that says cookies or consent has led to the page. Its forms are settings of
   * cookies, also a form whose own text does not say so.
   */
  readonly isSettingsPage: boolean
}

/** Creates a scope from a look before the first click. */
export const createScope = ({ layers }: PageLook, roots: readonly Layer[] = []): Scope => ({
  roots: new Set(roots.map(({ id }) => id)),
  old: new Set(layers.map(({ id }) => id)),
  isSettingsPage: false,
})

/** The scope of a page of settings: all of its parts are new, and none was visible before. */
export const SETTINGS_PAGE: Scope = { roots: new Set(), old: new Set(), isSettingsPage: true }

/** Returns the outermost part around a part of the page in which the audit may act. */
export const rootOf = ({ roots, old, isSettingsPage }: Scope, layer: Layer): Layer | undefined =>
  layersAround(layer).findLast(
    one =>
      roots.has(one.id) ||
      (!old.has(one.id) &&
        (speaksOfConsent(one) || (isSettingsPage && !one.isPage && !one.hasField))),
  )

/** Says whether the audit may act in a part of the page. */
export const isInScope = (scope: Scope, layer: Layer): boolean => rootOf(scope, layer) !== undefined

/** Says whether a control leads to another site, or is about to send a form with other fields. */
const isForbidden = ({ href, isInForm, frame }: Control): boolean =>
  isInForm || (href !== undefined && siteOf(href) !== siteOf(frame.url()))

/** Returns the controls of a look that the audit may press. */
export const controlsIn = (scope: Scope, { controls }: PageLook): Control[] =>
  controls.filter(control => !isForbidden(control) && isInScope(scope, control.layer))

/** Returns the first control that does `act`; links to other pages come last. */
export const controlFor = (controls: readonly Control[], act: Act): Control | undefined => {
  const all = controls.filter(control => control.act === act)
  return all.find(({ href }) => href === undefined) ?? all[0]
}
