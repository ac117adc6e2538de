import { accessibility } from './accessibility.ts'
import { cookies } from './cookies.ts'
import { csp } from './csp.ts'
import { firstLayer } from './first-layer.ts'
import { flow } from './flow.ts'
import { gate } from './gate.ts'
import { hostileInput } from './hostile-input.ts'
import { nonce } from './nonce.ts'
import { sandbox } from './sandbox.ts'
import type { Scenario } from './scenario.ts'
import { tabs } from './tabs.ts'

/** What has to hold in every engine. */
export const SCENARIOS: readonly Scenario[] = [
  ...accessibility,
  ...cookies,
  ...csp,
  ...firstLayer,
  ...flow,
  ...gate,
  ...hostileInput,
  ...nonce,
  ...sandbox,
  ...tabs,
]
