import { atom } from 'nanostores'
import { checkCategories, checkOption, checkOptions } from '../../options/check-options.ts'
import { VALIDITY_DAYS } from '../../options/validity.ts'
import { warn } from '../../options/warn.ts'
import { attempt } from '../../shared/attempt.ts'
import { callIn } from '../../shared/call-in.ts'
import { ownCopy } from '../../shared/own-copy.ts'
import { quietly } from '../../shared/quietly.ts'
import { allows, categoryOf } from '../../shared/service-key.ts'
import { isSame } from '../record/is-same.ts'
import { newId } from '../record/new-id.ts'
import { nextRecord } from '../record/next-record.ts'
import { readRecord, secondsUntilReread } from '../record/read-record.ts'
import { type ConsentRecord, grants } from '../record/record.ts'
import { DAY, decodeRecord, encodeRecord } from '../record/record-codec.ts'
import { cookieStorage } from '../stored/cookie-storage.ts'
import { eraseStored } from '../stored/erase-stored.ts'
import { createHistory } from '../stored/history.ts'
import { historyKey } from '../stored/names.ts'
import type { Consent, View } from './consent.ts'
import type { ConsentOptions } from './options.ts'
import { isPrerendered, onReturn } from './page-lifecycle.ts'
import type { InnerPorts } from './ports.ts'
import { runWhile } from './run-while.ts'
import type { Attachable } from './service.ts'
import { readSignals } from './signals.ts'
import { type Circumstances, consentState } from './state.ts'

// Bundlers replace `process.env.NODE_ENV` only where the expression is written out in full.
declare const process: { readonly env: { readonly NODE_ENV?: string } }

/**
 * Creates the consent store of a page and starts the services that are granted already. Grants
 * nothing, whatever is called, where a service is marked as invalid.
 *
 * ```ts
 * const consent = createConsent({
 *   policy: { version: '2024-01-18', url: '/privacy' },
 *   categories: { analytics: { services: [googleAnalytics({ id: 'G-XXXXXXX' })] } },
 * })
 * consent.isGranted('analytics')
 * ```
 *
 * @throws ConsentError in development when an option is invalid. On a visitor's page a record that
 *   a mistake makes invalid is not saved.
 */
export const createConsent = <Category extends string, ServiceName extends string = string>(
  givenOptions: ConsentOptions<Category, ServiceName>,
  givenPorts: InnerPorts = {},
): Consent<Category, ServiceName> => {
  if (process.env.NODE_ENV !== 'production') checkOptions(givenOptions)
  const options = ownCopy(givenOptions)
  const { policy, cookie, delivery, services = [] } = options
  const {
    now = () => Math.floor(Date.now() / 1000),
    storage = cookieStorage(cookie),
    signals,
    history: givenHistory,
  } = ownCopy(givenPorts)
  const history = givenHistory ?? createHistory(cookie?.name, options.history?.days ?? 365, now)
  const categories = Object.keys(options.categories) as Category[]
  /** All that is attached, in this order: the file of the view loads while services start. */
  const attachables: (readonly [Attachable, Category?])[] = [
    ...[delivery ?? [], services].flat().map(service => [service] as const),
    ...categories.flatMap(category =>
      (options.categories[category].services ?? []).map(service => [service, category] as const),
    ),
  ]
  /** Whether nothing can ever be granted because of a mistake of the site. */
  const isFaulty = givenPorts.isInvalid || attachables.some(([service]) => service?.isInvalid)
  const maxAgeSeconds = (cookie?.days ?? VALIDITY_DAYS) * DAY

  /** Reads what other tabs, the browser or extensions can change; `known` is the last record. */
  const readInputs = (known?: ConsentRecord) => ({
    record: quietly(() => {
      const record = readRecord(storage, now(), known)
      // A record that grants has to be the newest one of the history: the browser may have dropped
      // a newer cookie, or another host of the domain may have written this one.
      if (record && (isSame(record, known) || !grants(record) || !history.contradicts(record)))
        return record
      // The browser deletes the cookie when the decision expires; the history still has the record.
      const [last] = history.read()
      return last && last.e <= now() ? last : undefined
    }),
    isInert: isPrerendered(),
    refused: categories.filter(category =>
      (options.categories[category].services ?? []).some(
        service => attempt(() => service.refused?.()) === true,
      ),
    ),
    signals: signals ?? readSignals(),
  })

  let circumstances: Circumstances<Category> = {
    categories,
    policy,
    // Production builds do not check this option, so every truthy value restricts.
    restricted: isFaulty || !!options.restricted,
    failed: [],
    language: `${options.language ?? 'en'}`,
    ...readInputs(),
  }
  let opened: View | undefined
  const view = (): View => opened ?? ($state.get().pending.length > 0 ? 'banner' : 'none')
  const $state = atom(consentState(circumstances, now()))
  const $view = atom(view())

  /** Updates `$state`. An error that a site's listener throws is reported. */
  const change = (part: Partial<Circumstances<Category>>): void => {
    circumstances = {
      ...circumstances,
      ...(disposes ? part : { isInert: true, failed: categories }),
    }
    const state = consentState(circumstances, now())
    if (!isSame(state, $state.get())) attempt(() => $state.set(state))
    show(opened)
    scheduleReread()
  }
  const show = (part: View | undefined): void => {
    opened = part
    attempt(() => $view.set(view()))
  }

  let isReading = false
  const refresh = (): void => {
    // Guards against re-entrancy: `refused()` of a service may call `refresh()`.
    if (isReading || !disposes) return
    isReading = true
    attempt(() => change(readInputs(circumstances.record)))
    isReading = false
  }

  let cancelReread = () => {}
  /** Schedules `refresh`: when the record is no longer recent, then when the decision expires. */
  const scheduleReread = (): void => {
    cancelReread()
    const { status, record } = $state.get()
    if (disposes && !givenHistory && record && status === 'decided')
      cancelReread = callIn(secondsUntilReread(record, now()), refresh)
  }

  /** The functions that `destroy` calls; `undefined` once `destroy` has been called. */
  let disposes: Set<() => void> | undefined = new Set()
  /** Registers a function for `destroy` to call, or calls it at once after `destroy`. */
  const addDispose = (run: () => void): (() => void) => {
    const dispose = () => {
      disposes?.delete(dispose)
      run()
    }
    if (disposes) disposes.add(dispose)
    else dispose()
    return dispose
  }
  if (!givenHistory) addDispose(onReturn(refresh, historyKey(cookie?.name)))
  scheduleReread()
  // Deletes old decisions from the history. While a decision counts, `decide` does so.
  if ($state.get().status !== 'decided') history.add()

  const isGranted = (key: string): boolean => {
    if (process.env.NODE_ENV !== 'production') checkCategories(categories, [categoryOf(key)])
    return allows($state.get(), key)
  }

  const all = (answer: boolean) =>
    Object.fromEntries(categories.map(category => [category, answer])) as Record<Category, boolean>

  const consent: Consent<Category, ServiceName> = {
    options,
    $state,
    $view,
    isGranted,

    whenGranted(key, run) {
      if (process.env.NODE_ENV !== 'production') checkCategories(categories, [categoryOf(key)])
      const setRunning = runWhile(run)
      const unsubscribe = $state.subscribe(() => setRunning(isGranted(key)))
      return addDispose(() => {
        unsubscribe()
        setRunning(false)
      })
    },

    // nanostores calls the other functions when one throws; `change` reports the error.
    onChange: $state.listen,

    decide(choices, origin = {}) {
      if (process.env.NODE_ENV !== 'production') checkCategories(categories, Object.keys(choices))
      refresh()
      const from = ownCopy(origin)
      const state = $state.get()
      const previous = state.record
      const answers = Object.entries(choices).filter(
        ([name, answer]) => categories.includes(name as Category) && answer !== undefined,
      )
      if (state.status === 'restricted' || circumstances.isInert || !answers[0]) return
      const t = now()
      const id = delivery && quietly(newId)
      const value =
        quietly(() => {
          const record = nextRecord(state, answers, from, policy.version, t, t + maxAgeSeconds)
          return encodeRecord(id && grants(record) ? { ...record, r: newId() } : record)
        }) ?? ''
      // A record that cannot be read back must not grant anything, so the encoded value is decoded.
      const decided = decodeRecord(value, t)
      if (!decided) warn('decision-not-saved')
      attempt(() => storage.write(decided ? value : '', maxAgeSeconds))
      if (decided) {
        history.add(decided)
        if (id)
          attempt(() =>
            delivery?.decided({ id, record: decided, previous, noticeText: from.noticeText }),
          )
      }
      change({ record: decided })
    },

    acceptAll: origin => consent.decide(all(true), { method: 'accept', ...origin }),
    rejectAll: origin => consent.decide(all(false), { method: 'reject', ...origin }),
    withdraw: (category, origin) =>
      consent.decide({ [category]: false } as Record<Category, false>, {
        method: 'withdraw',
        ...origin,
      }),

    restrict: restricted => change({ restricted: isFaulty || restricted }),

    setLanguage(language) {
      if (process.env.NODE_ENV !== 'production') checkOption('lang', language)
      // Converts any value to a string, so that states stay comparable.
      change({ language: `${language}` })
    },

    refresh,

    openPreferences: () => show('preferences'),
    openGuide: () => show('guide'),
    close: () => show(undefined),

    history: history.read,

    erase() {
      // The endpoint that keeps the receipt has to know that the consent no longer counts.
      if (delivery && $state.get().record?.r) consent.rejectAll({ method: 'withdraw' })
      attempt(() => delivery?.erased())
      attempt(() => storage.write('', 0))
      eraseStored(cookie?.name)
      refresh()
    },

    destroy() {
      const due = disposes
      disposes = undefined
      change({}) // says no while requests are still blocked, and cancels the timer
      for (const dispose of due ?? []) attempt(dispose)
    },
  }

  for (const [service, category] of attachables) {
    const before = new Set(disposes)
    try {
      if (disposes) addDispose(service.attach(consent, category))
      if (!service.failed?.()) continue
    } catch (error) {
      // Takes down everything that the service has registered so far.
      for (const dispose of disposes ?? []) if (!before.has(dispose)) attempt(dispose)
      if (process.env.NODE_ENV !== 'production') {
        consent.destroy()
        throw error
      }
      quietly(() => warn('service-failed', service.name, error))
    }
    // On a visitor's page the other services still start. The category is not pending.
    if (category) change({ failed: [...circumstances.failed, category] })
  }

  return consent
}
