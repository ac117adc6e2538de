import { gate } from './past-faults/gate.ts'
import { record } from './past-faults/record.ts'
import { setUp } from './past-faults/set-up.ts'
import type { Scenario } from './scenario.ts'

/**
 * Scenarios for faults that earlier versions had: requests that the gate missed, and a start
 * despite invalid options.
 */
export const pastFaults: readonly Scenario[] = [...gate, ...setUp, ...record]
