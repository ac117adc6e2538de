import { quietly } from '../../shared/quietly.ts'

/**
 * Calls `run` when the browser is idle, or after the current task in Safari, which has no
 * `requestIdleCallback`.
 */
export const whenIdle = (run: () => unknown): unknown =>
  quietly(() => (globalThis.requestIdleCallback ?? setTimeout)(run))
