import { atom } from 'nanostores'
import { attempt } from '../shared/attempt.ts'
import { callIn } from '../shared/call-in.ts'
import { quietly } from '../shared/quietly.ts'
import { allows, keyOf } from '../shared/service-key.ts'
import { warn } from '../shared/warn.ts'
import { checkCategories, checkLanguage, checkOptions } from './check-options.ts'
import type { Consent, DecisionOrigin, View } from './consent.ts'
import { cookieStorage } from './cookie-storage.ts'
import { eraseStored } from './erase-stored.ts'
import { createHistory } from './history.ts'
import { isSame } from './is-same.ts'
import { historyKey } from './names.ts'
import { newId } from './new-id.ts'
import type { ConsentOptions } from './options.ts'
import { isPrerendered, onReturn } from './page-lifecycle.ts'
import { left, readRecord } from './read-record.ts'
import type { ConsentRecord } from './record.ts'
import { DAY, decodeRecord, encodeRecord } from './record-codec.ts'
import type { Attachable } from './service.ts'
import { readSignals, type Signals } from './signals.ts'
import { type Circumstances, consentState } from './state.ts'
import type { ConsentStorage } from './storage.ts'

// Bundlers put it in; written out each time, since that is the form they cut away.
declare const process: { readonly env: { readonly NODE_ENV?: string } }

/** What the store needs of its surroundings. Each has a default; tests hand in their own. */
export interface Ports {
  /** @default the cookie of `options.cookie` */
  readonly storage?: ConsentStorage | undefined
  /** The present, in whole seconds since the epoch. @default the system's clock */
  readonly now?: (() => number) | undefined
  /** @default the browser's */
  readonly signals?: Signals | undefined
}

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
  options: ConsentOptions<Category, ServiceName>,
  ports: Ports = {},
): Consent<Category, ServiceName> => {
  if (process.env.NODE_ENV !== 'production') checkOptions(options)
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
    // The cookie goes when its answer runs out; then the history still tells which one it was.
    record: quietly(
      () =>
        readRecord(storage, now(), known) ??
        history
          .read()
          .slice(0, 1)
          .find(({ e }) => e <= now()),
    ),
    prerendered: isPrerendered(),
    refused: categories.filter(isRefused),
    signals: ports.signals ?? readSignals(),
  })

  let circumstances: Circumstances<Category> = {
    categories,
    policy,
    // On a visitor's page nobody has checked it: whatever is said, says yes.
    restricted: !!options.restricted,
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
      let isRunning = false
      let cleanUp: unknown
      const follow = (isGranted: boolean) => {
        if (isGranted === isRunning) return
        isRunning = isGranted
        // If `run` itself took the grant back and gave it again, an inner one has left a clean-up.
        if (isGranted) cleanUp = attempt<unknown>(run) ?? cleanUp
        // Withdrawn before, or while `run` was still at work.
        if (!isRunning) {
          // An async function gives a promise: nothing to clean up with.
          if (typeof cleanUp === 'function') attempt(cleanUp as () => void)
          cleanUp = undefined
        }
      }
      const unfollow = $state.subscribe(() => follow(isGranted(category, service)))
      const undo = () => {
        unfollow()
        follow(false)
        undos?.delete(undo)
      }
      keep(undo)
      return undo
    },

    decide(
      choices,
      { surface = 'api', method = 'custom', without = [], notice, noticeText }: DecisionOrigin = {},
    ) {
      if (process.env.NODE_ENV !== 'production') checkCategories(categories, Object.keys(choices))
      refresh()
      const { status, record, signals, language } = $state.get()
      const answers = Object.entries(choices).filter(
        ([name, answer]) => categories.includes(name as Category) && answer !== undefined,
      )
      if (!undos || status === 'restricted' || circumstances.prerendered || answers.length === 0)
        return
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
      // What would not be read again does not count now, either, nor does what was there before.
      const decided = decodeRecord(value, t)
      if (!decided) warn('No valid record')
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
    } catch (error) {
      if (process.env.NODE_ENV !== 'production') throw error
      // What it has begun ends. On a visitor's page the others go on: the visitor is asked all the same.
      for (const undo of undos ?? []) if (!before.includes(undo)) attempt(undo)
      quietly(() => warn(`${service.name ?? 'Something'} stays off.`, error))
    }
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
