import type { Attachable } from '../core/index.ts'
import { gateOf } from './gate.ts'

/**
 * Unblocks the page's blocked markup, such as `<script type="text/plain" data-consent="analytics">`, where
 * the site has no service of the gate. Every service of the gate does so by itself.
 *
 * ```ts
 * createConsent({ policy, categories: { analytics: {} }, services: [blockedMarkup()] })
 * ```
 */
export const blockedMarkup = (): Attachable<never> => ({
  attach: consent => gateOf(consent).register({ unblockedBy: 'always' }).dispose,
})
