import type { Visitor } from './visitor.ts'
import type { ServedPages, World } from './world.ts'

/** A test with the built files that has to pass in every engine. */
export interface Scenario {
  readonly title: string
  readonly pages: ServedPages
  /** Milliseconds for which Google's stand-in collects events. @default 100 */
  readonly batch?: number
  /** Whether WebKit runs the scenario only with `FULL=1`. @default false */
  readonly isFull?: boolean | undefined
  run(visitor: Visitor, world: World): Promise<void>
}
