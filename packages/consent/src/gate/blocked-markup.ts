import type { Service } from '../core/index.ts'
import { gateOf } from './gate.ts'

/**
 * Creates a service that unblocks the page's blocked markup, such as `<script type="text/plain"
 * data-consent="analytics">`, at the grant, for a site without other services. A site with a
 * service in a category does not need `blockedMarkup()`: there the SDK unblocks the markup too.
 *
 * ```ts
 * createConsent({ policy, categories: { analytics: {} }, services: [blockedMarkup()] })
 * ```
 */
export const blockedMarkup = (): Service<never> => ({
  attach: consent => gateOf(consent).register({ unblockedBy: 'always' }).dispose,
})
