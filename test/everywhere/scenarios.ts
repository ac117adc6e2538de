import { accessibility } from './accessibility.ts'
import { callbacks } from './callbacks.ts'
import { clobbered } from './clobbered.ts'
import { cookies } from './cookies.ts'
import { csp } from './csp.ts'
import { destroyed } from './destroyed.ts'
import { documentReplaced } from './document-replaced.ts'
import { firstLayer } from './first-layer.ts'
import { flow } from './flow.ts'
import { gate } from './gate.ts'
import { holes } from './holes.ts'
import { hostElement } from './host-element.ts'
import { hostileInput } from './hostile-input.ts'
import { integrity } from './integrity.ts'
import { nonce } from './nonce.ts'
import { otherTool } from './other-tool.ts'
import { polluted } from './polluted.ts'
import { refused } from './refused.ts'
import { sandbox } from './sandbox.ts'
import type { Scenario } from './scenario.ts'
import { tabs } from './tabs.ts'

/** Scenarios that depend on what an engine does by itself: requests, cookies, tabs, policies. */
const OF_ENGINES: readonly Scenario[] = [
  ...cookies,
  ...csp,
  ...flow,
  ...gate,
  ...holes,
  ...integrity,
  ...nonce,
  ...refused,
  ...tabs,
]

/** Scenarios of the view and of the page around it. */
const OF_PAGES: readonly Scenario[] = [
  ...accessibility,
  ...callbacks,
  ...clobbered,
  ...destroyed,
  ...documentReplaced,
  ...firstLayer,
  ...hostElement,
  ...hostileInput,
  ...otherTool,
  ...polluted,
  ...sandbox,
]

/** What has to hold in every engine. */
export const SCENARIOS: readonly Scenario[] = [
  ...OF_ENGINES,
  ...OF_PAGES.map(scenario => ({ ...scenario, isFull: true })),
]
