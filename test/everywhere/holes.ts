import { gate } from './holes/gate.ts'
import { record } from './holes/record.ts'
import { setUp } from './holes/set-up.ts'
import type { Scenario } from './scenario.ts'

/** What got past the gate once, and where the SDK went on working when it should not. */
export const holes: readonly Scenario[] = [...gate, ...setUp, ...record]
