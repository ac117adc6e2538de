import type { Attachable } from '../core/index.ts'
import { gateOf } from './gate.ts'

/**
 * Unblocks the page's blocked markup, such as `<script type="text/plain"
 * data-consent="analytics">`, on a site without services. A site with services does not need
 * `blockedMarkup()`: each service unblocks the markup too.
 *
 * ```ts
 * createConsent({ policy, categories: { analytics: {} }, services: [blockedMarkup()] })
 * ```
 */
export const blockedMarkup = (): Attachable<never> => ({
  attach: consent => gateOf(consent).register({ unblockedBy: 'always' }).dispose,
})
