import { firstLayer } from './first-layer.ts'
import { flow } from './flow.ts'
import { hostileInput } from './hostile-input.ts'
import type { Scenario } from './scenario.ts'

/** What has to hold in every engine. */
export const SCENARIOS: readonly Scenario[] = [...flow, ...firstLayer, ...hostileInput]
