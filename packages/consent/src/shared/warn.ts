import { quietly } from './quietly.ts'

/** Says something to the page's developer; visitors never see it. A page may have broken its console. */
export const warn = (fault: string, ...more: readonly unknown[]): void => {
  quietly(() => console.warn(`[SpaceONE Consent] ${fault}`, ...more))
}
