import { quietly } from '../shared/quietly.ts'

/** Runs something when the page has nothing else to do; Safari has no `requestIdleCallback`. */
export const whenIdle = (run: () => void): void => {
  const { requestIdleCallback = undefined } = window
  if (typeof requestIdleCallback !== 'function' || !quietly(() => requestIdleCallback(run)))
    quietly(() => setTimeout(run, 1000))
}
