import type { Visitor } from './visitor.ts'
import type { ServedPages, World } from './world.ts'

/** Something that has to hold in every engine, on the built files. */
export interface Scenario {
  /** With the numbers of the behaviours that it shows at its end, in brackets. */
  readonly title: string
  readonly pages: ServedPages
  /** Whether WebKit runs it with `FULL` alone, as it depends on no engine. @default false */
  readonly isFull?: boolean | undefined
  /** How long it may take on a busy machine, in milliseconds. @default as any other test */
  readonly patience?: number
  run(visitor: Visitor, world: World): Promise<void>
}
