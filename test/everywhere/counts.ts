/** Counts by name. */
type Tally = Record<string, number>

/** The listeners, observers, timers, nodes and style sheets that a page has at the moment. */
export interface Counts {
  /** Counts by target and event type. Listeners of nodes outside the document are left out. */
  readonly listeners: Tally
  /** Active mutation, intersection and resize observers, by kind. */
  readonly observers: Tally
  /** Pending timers of the page, by kind and delay in milliseconds. */
  readonly timers: Tally
  /** Nodes of the document and of its open shadow roots. */
  readonly nodes: number
  /** Style sheets of the document and of its open shadow roots. */
  readonly styles: number
}

/**
 * Counts everything that a page adds. Runs before any other script. Holds only weak references, so
 * that it keeps no object in memory.
 */
interface Counting {
  now(): Counts
  /** Waits with a timer that does not count. */
  sleep(ms?: number): Promise<unknown>
  /** Waits until no timer is pending that would fire within the next hour. */
  rest(): Promise<void>
}

declare global {
  interface Window {
    readonly counting: Counting
  }
}

const count = (): void => {
  const { addEventListener, removeEventListener } = EventTarget.prototype
  const wait = setTimeout
  const sleep = (ms?: number) => new Promise(resolve => wait(resolve, ms))
  const HOUR = 3_600_000
  const targets = new Set<WeakRef<EventTarget>>()
  const listened = new WeakMap<EventTarget, Map<string, Set<unknown>>>()

  const of = (target: EventTarget, type: string, options: unknown) => {
    const types = listened.get(target) ?? new Map<string, Set<unknown>>()
    if (!listened.has(target)) {
      listened.set(target, types)
      targets.add(new WeakRef(target))
    }
    const isCapture = (options as AddEventListenerOptions | undefined)?.capture ?? options === true
    const key = `${type}${isCapture ? ' (capture)' : ''}`
    const callbacks = types.get(key) ?? new Set()
    types.set(key, callbacks)
    return callbacks
  }

  EventTarget.prototype.addEventListener = function (type, callback, options) {
    const target = this ?? window
    const { once, signal } = (options ?? {}) as AddEventListenerOptions
    if (callback && !signal?.aborted) {
      const callbacks = of(target, type, options)
      const forget = () => callbacks.delete(callback)
      callbacks.add(callback)
      if (once) addEventListener.call(target, type, forget, options)
      if (signal) addEventListener.call(signal, 'abort', forget, { once: true })
    }
    addEventListener.call(target, type, callback, options)
  }
  EventTarget.prototype.removeEventListener = function (type, callback, options) {
    of(this ?? window, type, options).delete(callback)
    removeEventListener.call(this ?? window, type, callback, options)
  }

  const observing = new Set<{ disconnect(): void }>()
  for (const { prototype } of [MutationObserver, IntersectionObserver, ResizeObserver]) {
    const { observe, disconnect } = prototype
    prototype.observe = function (...args: never[]) {
      observing.add(this)
      Reflect.apply(observe, this, args)
    }
    prototype.disconnect = function () {
      observing.delete(this)
      Reflect.apply(disconnect, this, [])
    }
  }

  type Timer = (run: (...args: unknown[]) => void, wait?: number, ...args: unknown[]) => number
  const page = window as unknown as Record<string, Timer | undefined>
  const due = new Map<string, readonly [kind: string, ms: number]>()
  /** Shortens waits between a second and an hour to a tenth, so that tests need not wait for them. */
  const shorten = (wait?: number) => (wait && wait >= 1000 && wait < HOUR ? wait / 10 : wait)
  const watch = (set: string, clear: string, isRepeated = false) => {
    const { [set]: start, [clear]: stop } = page
    // Safari has no `requestIdleCallback`.
    if (!start || !stop) return
    page[set] = (run, wait, ...rest) => {
      const id = start(
        (...args) => {
          if (!isRepeated) due.delete(`${clear} ${id}`)
          run(...args)
        },
        shorten(wait),
        ...rest,
      )
      // WebKit's driver sets timers too. Their call stack has no address, so count only calls with
      // an address in the stack.
      if (`${new Error().stack}`.split('https:').length > 2)
        due.set(`${clear} ${id}`, [set, Number(wait ?? 0)])
      return id
    }
    page[clear] = ((id: never) => {
      due.delete(`${clear} ${id}`)
      return stop(id)
    }) as never
  }
  watch('setTimeout', 'clearTimeout')
  watch('setInterval', 'clearInterval', true)
  watch('requestAnimationFrame', 'cancelAnimationFrame')
  watch('requestIdleCallback', 'cancelIdleCallback')

  const tally = (names: Iterable<string>): Record<string, number> => {
    const found: Record<string, number> = {}
    for (const name of [...names].sort()) found[name] = (found[name] ?? 0) + 1
    return found
  }
  const kindOf = (object: object) => Object.prototype.toString.call(object).slice(8, -1)

  const listeners = function* () {
    for (const reference of targets) {
      const target = reference.deref()
      if (!target) targets.delete(reference)
      if (!target || (target instanceof Node && !target.isConnected)) continue
      for (const [type, callbacks] of listened.get(target) ?? [])
        for (const _ of callbacks) yield `${kindOf(target)} ${type}`
    }
    for (const target of [window, document])
      for (const name in target)
        if (/^on/.test(name) && target[name as 'onload']) yield `${kindOf(target)} ${name}`
  }

  const roots = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => [
    root,
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
      shadowRoot ? roots(shadowRoot) : [],
    ),
  ]
  const nodesIn = (node: Node): number =>
    [...node.childNodes].reduce((sum, child) => sum + nodesIn(child), 1)
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

  Object.defineProperty(window, 'counting', {
    value: {
      now: () => ({
        listeners: tally(listeners()),
        observers: tally([...observing].map(kindOf)),
        timers: tally([...due.values()].map(timer => timer.join(' '))),
        nodes: sum(roots(document).map(nodesIn)),
        styles: sum(
          roots(document).map(root => root.styleSheets.length + root.adoptedStyleSheets.length),
        ),
      }),
      sleep,
      async rest() {
        while ([...due.values()].some(([, ms]) => ms < HOUR)) await sleep(100)
      },
    } satisfies Counting,
  })
}

/** The source of the function above, as a classic script. */
export const COUNT = `(${count})()`
