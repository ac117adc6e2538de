import { gate } from './past-faults/gate.ts'
import { record } from './past-faults/record.ts'
import { setUp } from './past-faults/set-up.ts'
import type { Scenario } from './scenario.ts'

/**
 * Scenarios for faults of earlier versions: the gate did not block some requests, and the SDK
 * started with invalid options.
 */
export const pastFaults: readonly Scenario[] = [...gate, ...setUp, ...record]
