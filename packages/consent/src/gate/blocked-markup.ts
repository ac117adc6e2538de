import type { Attachable } from '../core/index.ts'
import { gateOf } from './gate.ts'

/**
 * Unblocks the page's blocked markup, such as `<script type="text/plain"
 * data-consent="analytics">`, on a site without services. A site with a service in a category does
 * not need `blockedMarkup()`: the service unblocks the markup too.
 *
 * ```ts
 * createConsent({ policy, categories: { analytics: {} }, services: [blockedMarkup()] })
 * ```
 */
export const blockedMarkup = (): Attachable<never> => ({
  attach: consent => gateOf(consent).register({ unblockedBy: 'always' }).dispose,
})
