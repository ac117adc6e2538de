import { atom } from 'nanostores'
import { attempt } from '../shared/attempt.ts'
import { callIn } from '../shared/call-in.ts'
import { ownCopy } from '../shared/own-copy.ts'
import { quietly } from '../shared/quietly.ts'
import { allows, keyOf } from '../shared/service-key.ts'
import { warn } from '../shared/warn.ts'
import { checkCategories, checkLanguage, checkOptions } from './check-options.ts'
import type { Consent, View } from './consent.ts'
import { cookieStorage } from './cookie-storage.ts'
import { eraseStored } from './erase-stored.ts'
import { createHistory } from './history.ts'
import { isSame } from './is-same.ts'
import { historyKey } from './names.ts'
import { newId } from './new-id.ts'
import type { ConsentOptions } from './options.ts'
import { isPrerendered, onReturn } from './page-lifecycle.ts'
import type { Ports } from './ports.ts'
import { left, readRecord } from './read-record.ts'
import { type ConsentRecord, grants } from './record.ts'
import { DAY, decodeRecord, encodeRecord } from './record-codec.ts'
import { runWhile } from './run-while.ts'
import type { Attachable } from './service.ts'
import { readSignals } from './signals.ts'
import { type Circumstances, consentState } from './state.ts'

// Bundlers put it in; written out each time, since that is the form they cut away.
declare const process: { readonly env: { readonly NODE_ENV?: string } }

/**
 * Creates the consent of a page and starts what has been granted before.
 *
 * ```ts
 * const consent = createConsent({
 *   policy: { version: '2024-01-18', url: '/privacy' },
 *   categories: { analytics: { services: [googleAnalytics({ id: 'G-XXXXXXX' })] } },
 * })
 * consent.isGranted('analytics')
 * ```
 *
 * @throws ConsentError when the configuration cannot work, where a developer is looking. On a
 *   visitor's page only a service's own id or address is checked: a decision that any other mistake
 *   would spoil is none.
 */
export const createConsent = <Category extends string, ServiceName extends string = string>(
  given: ConsentOptions<Category, ServiceName>,
  givenPorts: Ports = {},
): Consent<Category, ServiceName> => {
  if (process.env.NODE_ENV !== 'production') checkOptions(given)
  const options = ownCopy(given)
  const ports = ownCopy(givenPorts)
  const { policy, cookie, report, services = [] } = options
  const categories = Object.keys(options.categories) as Category[]
  const now = ports.now ?? (() => Math.floor(Date.now() / 1000))
  const storage = ports.storage ?? cookieStorage(cookie)
  const maxAgeSeconds = (cookie?.days ?? 180) * DAY
  const history = createHistory(cookie?.name, options.history?.days ?? 365, now)

  const isRefused = (category: Category): boolean =>
    (options.categories[category].services ?? []).some(
      service => attempt(() => service.refused?.()) === true,
    )

  /** What may change without us: another page, the browser and its add-ons have a say. */
  const outside = (known?: ConsentRecord) => ({
    record: quietly(() => {
      const record = readRecord(storage, now(), known)
      // A record that would grant has to be the one that this browser has seen last: the jar may
      // have been flooded, or another host of the domain may have written a yes.
      if (record && (isSame(record, known) || !grants(record) || !history.contradicts(record)))
        return record
      // The cookie goes when its answer expires; then the history still has the record.
      return history
        .read()
        .slice(0, 1)
        .find(({ e }) => e <= now())
    }),
    prerendered: isPrerendered(),
    refused: categories.filter(isRefused),
    signals: ports.signals ?? readSignals(),
  })

  let circumstances: Circumstances<Category> = {
    categories,
    policy,
    // On a visitor's page the option has not been checked: any value but a false one restricts.
    restricted: !!options.restricted,
    failed: [],
    language: `${options.language ?? 'en'}`,
    ...outside(),
  }
  let opened: View | undefined
  const view = (): View => opened ?? ($state.get().pending.length > 0 ? 'banner' : 'none')
  const $state = atom(consentState(circumstances, now()))
  const $view = atom(view())

  /** Changes what the state follows from. A host's listener that throws stops nothing. */
  const change = (part: Partial<Circumstances<Category>>): void => {
    circumstances = { ...circumstances, ...part }
    const state = consentState(circumstances, now())
    if (!isSame(state, $state.get())) attempt(() => $state.set(state))
    show(opened)
    awaitExpiry()
  }
  const show = (layer: View | undefined): void => {
    opened = layer
    attempt(() => $view.set(view()))
  }

  let isReading = false
  /** Sees what has changed outside: another tab's decision, an expiry, a signal. */
  const refresh = (): void => {
    // What is asked for it, such as a switch of the page, may ask in turn.
    if (isReading || !undos) return
    isReading = true
    attempt(() => change(outside(circumstances.record)))
    isReading = false
  }

  let awaitNothing = () => {}
  /** Looks again when the answer is no longer recent, and when it expires in a page that is open. */
  const awaitExpiry = (): void => {
    awaitNothing()
    const { status, record } = $state.get()
    if (undos && record && status === 'decided') awaitNothing = callIn(left(record, now()), refresh)
  }

  /** What `destroy` undoes; `undefined` afterwards. */
  let undos: Set<() => void> | undefined = new Set([
    onReturn(refresh, historyKey(cookie?.name)),
    () => awaitNothing(),
  ])
  /** Has `destroy` undo it too; at once where that has been called meanwhile. */
  const keep = (undo: () => void): void => {
    if (undos) undos.add(undo)
    else undo()
  }
  awaitExpiry()
  // Who has decided drops what is too old at the next decision.
  if ($state.get().status !== 'decided') history.add()

  const isGranted = (category: Category, service?: string): boolean => {
    if (process.env.NODE_ENV !== 'production') checkCategories(categories, [category])
    return undos !== undefined && allows($state.get(), keyOf(category, service))
  }

  const all = (answer: boolean) =>
    Object.fromEntries(categories.map(category => [category, answer])) as Record<Category, boolean>

  const consent: Consent<Category, ServiceName> = {
    options,
    $state,
    $view,

    isGranted,

    whenGranted(category, run, service) {
      if (process.env.NODE_ENV !== 'production') checkCategories(categories, [category])
      const follow = runWhile(run)
      const unfollow = $state.subscribe(() => follow(isGranted(category, service)))
      const undo = () => {
        unfollow()
        follow(false)
        undos?.delete(undo)
      }
      keep(undo)
      return undo
    },

    decide(choices, given = {}) {
      if (process.env.NODE_ENV !== 'production') checkCategories(categories, Object.keys(choices))
      refresh()
      const {
        surface = 'api',
        method = 'custom',
        without = [],
        notice,
        noticeText,
      } = ownCopy(given)
      const { status, record, signals, language } = $state.get()
      const answers = Object.entries(choices).filter(
        ([name, answer]) => categories.includes(name as Category) && answer !== undefined,
      )
      if (!undos || status === 'restricted' || circumstances.prerendered || !answers[0]) return
      // Answers to another policy, or from too long ago, do not count towards this one.
      const c = { ...(status === 'decided' && record?.c) }
      for (const [name, answer] of answers) c[name] = answer === true ? 1 : 0
      const isAnswered = (key: string) => answers.some(([name]) => key.startsWith(`${name}/`))
      const x = [
        ...$state.get().without.filter(key => !isAnswered(key)),
        ...without.filter(isAnswered),
      ]
      const t = now()
      const id = report && quietly(newId)
      const value =
        quietly(() =>
          encodeRecord({
            v: 1,
            p: policy.version,
            h: notice,
            l: language,
            t,
            e: t + maxAgeSeconds,
            c,
            x: x[0] ? x : undefined,
            m: method,
            s: surface,
            g: signals.gpc ? 1 : undefined,
            n: (record?.n ?? 0) + 1,
            r: id && Object.values(c).includes(1) ? newId() : undefined,
          }),
        ) ?? ''
      // A record that could not be read back grants nothing now either, nor does the one before it.
      const decided = decodeRecord(value, t)
      if (!decided)
        warn('Decision not saved: the record is invalid or over 1 kB. Nothing is granted.')
      attempt(() => storage.write(decided ? value : '', maxAgeSeconds))
      if (decided) {
        history.add(decided)
        if (id)
          attempt(() => report?.decided({ id, record: decided, previous: record, noticeText }))
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

    restrict: restricted => change({ restricted }),

    setLanguage(language) {
      if (process.env.NODE_ENV !== 'production') checkLanguage(language)
      // A text, whatever it is: a state with anything else might not be comparable.
      change({ language: `${language}` })
    },

    refresh,

    openPreferences: () => show('preferences'),
    openGuide: () => show('guide'),
    close: () => show(undefined),

    history: history.read,

    erase() {
      // Who keeps the receipt has to hear that it counts no more.
      if (report && $state.get().record?.r) consent.rejectAll({ method: 'withdraw' })
      attempt(() => report?.erased())
      attempt(() => storage.write('', 0))
      eraseStored(cookie?.name)
      change(outside())
    },

    destroy() {
      const due = undos
      undos = undefined
      for (const undo of due ?? []) attempt(undo)
    },
  }

  const attach = (service: Attachable, category?: Category): void => {
    const before = [...(undos ?? [])]
    try {
      if (undos) keep(service.attach(consent, category))
      if (!service.failed?.()) return
    } catch (error) {
      // What it has begun ends.
      for (const undo of undos ?? []) if (!before.includes(undo)) attempt(undo)
      if (process.env.NODE_ENV !== 'production') throw error
      quietly(() => warn(`Service "${service.name}" could not start and stays blocked.`, error))
    }
    // On a visitor's page the other services go on; the category of this one is not asked for.
    if (category) change({ failed: [...circumstances.failed, category] })
  }
  try {
    // First: what a service decides while it starts is told, too.
    if (report) attach(report)
    for (const category of categories)
      for (const service of options.categories[category].services ?? []) attach(service, category)
    for (const service of services) attach(service)
  } catch (error) {
    consent.destroy()
    throw error
  }

  return consent
}
