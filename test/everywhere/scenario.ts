import type { Visitor } from './visitor.ts'
import type { ServedPages, World } from './world.ts'

/** A test with the built files that has to pass in every engine. */
export interface Scenario {
  /** The title. Ends with the numbers of the behaviours that the scenario shows, if any. */
  readonly title: string
  readonly pages: ServedPages
  /**
   * How long the stand-in for Google's tag collects events before it sends them, in milliseconds.
   * @default 150
   */
  readonly batch?: number
  /**
   * Whether WebKit runs the scenario only if the environment variable `FULL` is set, because the
   * result hardly depends on the engine.
   * @default false
   */
  readonly isFull?: boolean | undefined
  /**
   * The time limit of the scenario, for a busy machine, in milliseconds. @default the runner's
   * default
   */
  readonly patience?: number
  run(visitor: Visitor, world: World): Promise<void>
}
