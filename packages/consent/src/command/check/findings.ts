import {
  type Change,
  changesIn,
  type FactName,
  isKnown,
  isPartOf,
  NOT_STATED,
  namedServicesOf,
} from '../../inventory/index.ts'
import type { Inventory } from '../../inventory.ts'
import { VERSION } from '../../shared/build.ts'
import { versionsSince } from '../../shared/versions-since.ts'
import { mistakesIn } from '../mistakes.ts'
import type { SiteConfig } from '../read-config.ts'
import { changeInWords } from './change-in-words.ts'
import type { Lock } from './lock.ts'

/** One mistake or change that `check` has found. */
export interface Finding {
  readonly code: string
  /** Whether `check` without `--write` exits with 0 if this is the only finding. */
  readonly isHarmless: boolean
  readonly message: string
  /** The service that has changed. @default the finding is a mistake, or about the policy */
  readonly service?: string | undefined
  /** The language that lacks words. */
  readonly language?: string | undefined
}

/** By fact, the code of a change to which visitors have not agreed. A code must never change. */
export const CODES: Readonly<Record<FactName, string>> = {
  name: 'new-service',
  category: 'other-category',
  necessary: 'necessary-now',
  withoutGrant: 'sends-without-grant',
  recipients: 'new-recipient',
  relation: 'other-relation',
  country: 'other-country',
  basis: 'other-legal-basis',
  transfer: 'other-transfer',
  subprocessors: 'new-subprocessor',
  purposes: 'other-purpose',
  purpose: 'other-purpose',
  retention: 'longer-retention',
  collects: 'new-item',
  identifies: 'identifies-now',
  isBehavioural: 'behavioural-now',
  addresses: 'new-address',
  cookies: 'new-cookie',
  storage: 'new-key',
  databases: 'new-database',
  seconds: 'longer-lifetime',
  isRenewed: 'renewed-lifetime',
  party: 'third-party-cookie',
  // These never widen, but where a fact is left out, which is `not-stated-now`.
  ...{ contact: 'other-contact', toolKind: 'other-tool-kind' },
  ...{ setBy: 'other-setter', refusal: 'other-refusal' },
}

const codeOfChange = ({ kind, change, after, widens }: Change): string => {
  if (widens) return after && after.value !== NOT_STATED ? CODES[kind] : 'not-stated-now'
  if (change === 'reworded') return 'reworded'
  return change === 'removed' ? 'removed' : 'other-fact'
}

/** Says whether the policy's version asks visitors again who agreed to the version of the lock. */
const asksAgain = ({ policy }: SiteConfig, locked: string): boolean =>
  policy.version !== locked &&
  (versionsSince(policy, locked)?.some(({ material }) => material) ?? true)

/** Returns a finding if the version of the policy is not that of the lock. */
const versionFinding = (config: SiteConfig, locked: string): readonly Finding[] => {
  const { version } = config.policy
  if (version === locked) return []
  const then = asksAgain(config, locked)
    ? 'Visitors are asked again.'
    : 'Visitors are not asked again, since no version since then is material.'
  const message = `policy.version is now "${version}" (before: "${locked}"). ${then}`
  return [{ code: 'new-version', isHarmless: true, message }]
}

/**
 * Compares a configuration with its lock. A change that widens what visitors have agreed to is not
 * harmless while the policy's version does not ask them again.
 *
 * @returns The findings, the harmless ones last.
 */
export const findingsIn = (
  config: SiteConfig,
  inventory: Inventory,
  lock: Lock | undefined,
): readonly Finding[] => {
  const missing = mistakesIn(config).map((one): Finding => ({ ...one, isHarmless: false }))
  if (!lock) return missing
  const locked = lock.inventory.policy.version
  const isAsked = asksAgain(config, locked)
  const ours = namedServicesOf(config as never).filter(one => isKnown(one) && !one.facts)
  const changes = changesIn(lock.inventory, inventory)
  const changed = changes
    .filter(one => !changes.some(whole => isPartOf(one, whole)))
    .map((one): Finding => {
      const isOurs = lock.sdk !== VERSION && ours.some(({ name }) => name === one.service)
      const source = isOurs ? ` (our facts of version ${VERSION}, before: ${lock.sdk})` : ''
      return {
        ...{ code: codeOfChange(one), isHarmless: !one.widens || isAsked, service: one.service },
        message: `${changeInWords(one)}${source}`.replace(/\.?$/, '.'),
      }
    })
  const all = [...missing, ...changed, ...versionFinding(config, locked)]
  return [...all.filter(one => !one.isHarmless), ...all.filter(one => one.isHarmless)]
}
