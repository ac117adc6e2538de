import { firstLayer } from './first-layer.ts'
import { flow } from './flow.ts'
import type { Scenario } from './scenario.ts'

/** What has to hold in every engine. */
export const SCENARIOS: readonly Scenario[] = [...flow, ...firstLayer]
