import type { Visitor } from './visitor.ts'
import type { ServedPages, World } from './world.ts'

/** A test with the built files that has to pass in every engine. */
export interface Scenario {
  readonly title: string
  readonly pages: ServedPages
  /** Milliseconds for which Google's stand-in collects events. @default 100 */
  readonly batch?: number
  /** Whether Firefox and WebKit run the scenario in the short run too. @default false */
  readonly isMainJob?: boolean
  /** Whether the short run leaves the slow scenario out, in Chromium too. @default false */
  readonly isFull?: boolean
  run(visitor: Visitor, world: World): Promise<void>
}
