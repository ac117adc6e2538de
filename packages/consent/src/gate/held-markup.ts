import type { Attachable } from '../core/index.ts'
import { enterGate } from './gate.ts'

/**
 * Releases the page's held mark-up where there is no service that would bring the gate along:
 * `<script type="text/plain" data-consent="analytics">`.
 *
 * ```ts
 * createConsent({ policy, categories: { analytics: {} }, services: [heldMarkup()] })
 * ```
 */
export const heldMarkup = (): Attachable<never> => ({ attach: consent => enterGate(consent).leave })
