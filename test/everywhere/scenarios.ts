import { accessibility } from './accessibility.ts'
import { clobbered } from './clobbered.ts'
import { consoleExample } from './console.ts'
import { cookies } from './cookies.ts'
import { csp } from './csp.ts'
import { destroyed } from './destroyed.ts'
import { firstNotice } from './first-notice.ts'
import { flow } from './flow.ts'
import { gate } from './gate.ts'
import { hostElement } from './host-element.ts'
import { hostileInput } from './hostile-input.ts'
import { integrity } from './integrity.ts'
import { invalidAttributes } from './invalid-attributes.ts'
import { looks } from './looks.ts'
import { markedInline } from './marked-inline.ts'
import { nonce } from './nonce.ts'
import { otherTool } from './other-tool.ts'
import { polluted } from './polluted.ts'
import { readOnce } from './read-once.ts'
import { refused } from './refused.ts'
import { sandbox } from './sandbox.ts'
import type { Scenario } from './scenario.ts'
import { scriptedClick } from './scripted-click.ts'
import { storage } from './storage.ts'
import { tabs } from './tabs.ts'

export const SCENARIOS: readonly Scenario[] = [
  ...accessibility,
  clobbered,
  consoleExample,
  ...cookies,
  ...csp,
  ...destroyed,
  firstNotice,
  flow,
  ...gate,
  ...hostElement,
  hostileInput,
  integrity,
  invalidAttributes,
  looks,
  markedInline,
  ...nonce,
  otherTool,
  polluted,
  readOnce,
  ...refused,
  sandbox,
  scriptedClick,
  storage,
  ...tabs,
]
