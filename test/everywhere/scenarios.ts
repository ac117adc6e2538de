import { csp } from './csp.ts'
import { firstLayer } from './first-layer.ts'
import { flow } from './flow.ts'
import { hostileInput } from './hostile-input.ts'
import { nonce } from './nonce.ts'
import { sandbox } from './sandbox.ts'
import type { Scenario } from './scenario.ts'

/** What has to hold in every engine. */
export const SCENARIOS: readonly Scenario[] = [
  ...csp,
  ...firstLayer,
  ...flow,
  ...hostileInput,
  ...nonce,
  ...sandbox,
]
