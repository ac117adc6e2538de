import { checkKey, checkOptions } from '../../options/check-options.ts'
import { warn } from '../../options/warn.ts'
import { IS_TAG } from '../../shared/build.ts'
import { attempt } from '../../shared/errors.ts'
import { ownCopy } from '../../shared/own-properties.ts'
import { listedServices } from '../../shared/services.ts'
import type { Consent } from './consent.ts'
import type { ConsentOptions } from './options.ts'
import { answerAll, createPageState } from './page-state.ts'
import type { InnerPorts } from './ports.ts'
import type { Service } from './service.ts'
import { isGrantedIn } from './state.ts'

/**
 * Creates the consent store of a page and starts the services that are granted already. Throws a
 * ConsentError in development when an option is invalid.
 */
export const createStore = <Category extends string, ServiceName extends string = string>(
  givenOptions: ConsentOptions<Category, ServiceName>,
  givenPorts: InnerPorts = {},
): Consent<Category, ServiceName> => {
  if (process.env.NODE_ENV !== 'production') checkOptions(givenOptions)
  const options = ownCopy(givenOptions)
  const categories = Object.keys(options.categories) as Category[]
  const attached: readonly (readonly [Service, string?])[] =
    !IS_TAG && givenPorts.isDetached
      ? []
      : [...(options.delivery ? [[options.delivery] as const] : []), ...listedServices(options)]

  const disposes = new Set<() => void>()
  let isDestroyed = false
  /** Registers a function that `destroy` calls. After `destroy`, calls the function at once. */
  const addDispose = (run: () => void): (() => void) => {
    const dispose = () => {
      disposes.delete(dispose)
      run()
    }
    if (isDestroyed) dispose()
    else disposes.add(dispose)
    return dispose
  }
  const [inner, change] = createPageState(
    options,
    givenPorts,
    givenPorts.isInvalid || attached.some(([service]) => service?.isInvalid),
    addDispose,
  )

  const { $state, decide } = inner
  const isGranted = (key: string): boolean => {
    const state = $state.get()
    const { keys } = state
    if (process.env.NODE_ENV !== 'production') checkKey(key, keys)
    // Call `warn` each time: `explain.js` writes the warning of a name only once.
    if (IS_TAG && keys[0] && !keys.includes(key)) warn('category', key, keys)
    return isGrantedIn(state, key)
  }

  const consent: Consent<Category, ServiceName> = {
    ...inner,
    options,
    isGranted,

    whenGranted(key, run) {
      if (process.env.NODE_ENV !== 'production') checkKey(key, $state.get().keys)
      const setRunning = runWhile(run)
      const unsubscribe = $state.subscribe(() => setRunning(isGranted(key)))
      return addDispose(() => {
        unsubscribe()
        setRunning(false)
      })
    },

    acceptAll: origin => decide(answerAll(categories, true), { method: 'accept', ...origin }),
    rejectAll: origin => decide(answerAll(categories, false), { method: 'reject', ...origin }),
    withdraw: (category, origin) =>
      decide({ [category]: false } as Record<Category, false>, { method: 'withdraw', ...origin }),

    destroy() {
      isDestroyed = true
      change() // refuses everything while requests are still blocked, and ends `followPage`'s timer
      for (const dispose of disposes) attempt(dispose)
    },
  }

  const failed: Category[] = []
  for (const [service, category = service?.category] of attached) {
    const before = new Set(disposes)
    try {
      if (!isDestroyed) addDispose(service.attach(consent, category))
      if (!service.failed?.()) continue
    } catch (error) {
      for (const dispose of disposes) if (!before.has(dispose)) attempt(dispose)
      if (process.env.NODE_ENV !== 'production') {
        consent.destroy()
        throw error
      }
      warn('service-failed', service?.name, error)
    }
    // Visitors are not asked about the category that lists the service. The others still start.
    if (category) failed.push(category as Category)
    change({ failed })
  }
  return consent
}

/**
 * Returns a switch that runs a function when it is turned on, and the function's clean-up when it
 * is turned off. Errors of both functions are reported.
 *
 * @param run May return a clean-up function.
 */
export const runWhile = (run: () => unknown): ((isOn: boolean) => void) => {
  let isRunning = false
  let cleanUp: unknown
  return isOn => {
    if (isOn === isRunning) return
    isRunning = isOn
    // If `run` has turned the switch off and on again, the nested call has set `cleanUp` already.
    if (isOn) cleanUp = attempt(run) ?? cleanUp
    // Not `isOn`, since `run` may have turned the switch off.
    if (!isRunning) {
      // An async function returns a promise, which is not a clean-up.
      if (typeof cleanUp === 'function') attempt(cleanUp as () => void)
      cleanUp = undefined
    }
  }
}
