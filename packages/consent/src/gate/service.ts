import type { AnyConsent, NotInferred, Service } from '../core/index.ts'
import type { Declaration, PresetEntry, Words } from '../inventory/index.ts'
import { checkCall, isInvalid } from '../options/check-options.ts'
import { warn } from '../options/warn.ts'
import { IS_TAG } from '../shared/build.ts'
import { attempt } from '../shared/errors.ts'
import { ownCopy } from '../shared/own-properties.ts'
import { callIn } from '../shared/timers.ts'
import { gateOf } from './gate.ts'

/** The time that `start` may take before the SDK writes a warning, in seconds. */
const SLOW = 10

/** A `necessary` service has a reason and no category. */
export type CategoryOrReason =
  | { readonly necessary?: undefined }
  | { readonly category?: undefined }

/** The options of `service`: what the site declares of the service, its `start` and `stop`. */
export type ServiceOptions<Name extends string = string> = Declaration<Words, Name> &
  Required<Pick<Service, 'start' | 'stop'>> &
  Pick<Service, 'refused'> &
  CategoryOrReason

/** What a preset passes to `service`. Facts that `facts` does not state are those of `entry`. */
export interface Preset<Name extends string = string>
  extends Omit<ServiceOptions<Name>, 'recipients' | 'retention'>,
    Pick<Service, 'facts' | 'isInvalid'> {
  readonly entry: PresetEntry
  /** The site's id at the company of the service. @default the service has no id */
  readonly id?: string | undefined
  /** The options that the site gave the preset. Missing with the script tag. */
  readonly options?: object | undefined
}

/**
 * Creates a service: code that the SDK starts at the grant and stops at the withdrawal. The
 * service's addresses and cookies are blocked until the grant.
 *
 * ```ts
 * service({
 *   name: 'Chat',
 *   recipients: { company: 'Chat Inc.', country: 'US', relation: 'processor' },
 *   retention: { seconds: 90 * 86_400 },
 *   addresses: ['chat.example'],
 *   cookies: ['chat_*'],
 *   start: () => openChat(),
 *   stop: () => closeChat(),
 * })
 * ```
 *
 * In development `createConsent` throws a ConsentError if `name`, `addresses`, `cookies`, `storage`,
 * `databases`, `start` or `stop` is invalid, and warns of mistakes in the rest of the
 * declaration. In production a service with a pattern that cannot be parsed never starts on this
 * page: its other patterns and its cookies stay blocked even after a grant, and visitors are not
 * asked about the service's category. The service's patterns and cookies also stay blocked if
 * `start` throws or rejects. Blocked markup that names the service and has none of its addresses
 * waits only for the grant.
 */
export const service = <Name extends string>(
  given: ServiceOptions<Name> | Preset<Name>,
): Service<NotInferred<Name>> => {
  const options = ownCopy(given)
  // A preset has checked its own id.
  const { isInvalid: isIdInvalid, id } = Object(options) as Pick<Preset, 'isInvalid' | 'id'>
  if (isIdInvalid) isInvalid('preset-id', `${id}`, false)
  return gatedService(options, {
    async runStart(start) {
      const cancelWarning = callIn(SLOW, () => warn('service-slow', options.name))
      try {
        await start()
      } finally {
        cancelWarning()
      }
    },
  })
}

/** Functions that a service calls besides `start` and `stop`. */
interface Hooks {
  /**
   * Is called when the service is attached, before `start`. With this hook, a grant calls `start` at
   * once and not after the next frame, so `start` has to wait for this frame itself.
   */
  onAttach?(consent: AnyConsent, category: string): void
  /** Takes down what `onAttach` has set up. */
  onDetach?(): void
  /** Calls `start`. Rejects with its error. @default only calls `start` */
  runStart?(start: () => unknown): Promise<unknown>
  /** Is called in production if the service cannot be attached. */
  onFail?(): void
}

/** Creates a service with hooks, see `service`. */
export const gatedService = <Name extends string>(
  options: Omit<ServiceOptions<Name>, 'recipients' | 'retention'>,
  { onAttach, onDetach, runStart = async start => start(), onFail }: Hooks = {},
): Service<NotInferred<Name>> => {
  let hasFailed: boolean
  const attach = (consent: AnyConsent, category: string) => {
    if (process.env.NODE_ENV !== 'production') checkCall('service', options)
    // A server has no page to start the service on.
    if (!IS_TAG && typeof document === 'undefined') return () => {}
    // Visitors are only told about a necessary service.
    if (options?.necessary && !category) return () => {}
    const { name, addresses: hosts } = options
    // Throws if the category is unknown, before a rule is registered.
    if (process.env.NODE_ENV !== 'production') consent.isGranted(category)
    // Stays true if a line below throws. An earlier `attach` of the same object may have failed.
    hasFailed = true
    const owner = { category, name }
    const gate = gateOf(consent)
    const { fault, dispose } = gate.register({ ...options, hosts, unblockedBy: owner })
    let stopFollowing = () => {}
    const detach = () => {
      stopFollowing()
      onDetach?.()
      dispose()
    }
    /** Keeps blocked on this page what the service's rule matches, warns, and reports the error. */
    const fail = (error: unknown) => {
      hasFailed = true
      gate.blockService(owner, 'failed')
      warn('service-failed', name)
      attempt(() => {
        throw error
      })
    }
    try {
      if (fault) throw fault
      onAttach?.(consent, category)
    } catch (error) {
      if (process.env.NODE_ENV !== 'production') {
        detach()
        throw error
      }
      fail(error)
      return detach
    }
    let isFirst = true
    /** Aborts the present run; `undefined` while the service is stopped. */
    let running: AbortController | undefined
    const stop = () => options.stop({ consent, category })
    const startGranted = () => {
      // A refusal outside the SDK, such as by Google's opt-out add-on, overrides the grant.
      if (options.refused?.()) return undefined
      const run = new AbortController()
      running = run
      const { signal } = run
      runStart(() => options.start({ consent, category, isFirst, signal }))
        // What `start` imports or requests rejects once it is aborted. That is no failure.
        .catch(error => signal.aborted || fail(error))
        // What `start` has done after the withdrawal has to be stopped, too.
        .then(() => running || attempt(stop))
      return () => {
        running = undefined
        run.abort()
        stop()
      }
    }
    stopFollowing = gate.follow(owner, startGranted, !!onAttach)
    isFirst = hasFailed = false
    return detach
  }
  return Object.assign(Object.create(null), options, {
    failed: () => hasFailed,
    attach(consent: AnyConsent, category = options?.category ?? '') {
      try {
        return attach(consent, category)
      } finally {
        if (process.env.NODE_ENV === 'production' && hasFailed) onFail?.()
      }
    },
  })
}

/**
 * Creates a service that unblocks the page's blocked markup, such as `<script type="text/plain"
 * data-consent="analytics">`, at the grant, for a site without other services. A site with a
 * service in a category does not need `blockedMarkup()`: there the SDK unblocks the markup too.
 *
 * ```ts
 * createConsent({ policy, categories: { analytics: {} }, services: [blockedMarkup()] })
 * ```
 */
export const blockedMarkup = (): Service<never> => ({
  attach: consent => gateOf(consent).register({ unblockedBy: 'always' }).dispose,
})
