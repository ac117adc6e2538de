import { quietly } from './quietly.ts'

/** Says something to the page's developer, as core's own does. */
export const warn = (fault: string, error: unknown): void => {
  quietly(() => console.warn(`[SpaceONE Consent] ${fault}.`, error))
}
