/** Counts what a page has. Runs before all other scripts. Holds targets of listeners weakly. */
const count = () => {
  const { addEventListener, removeEventListener } = EventTarget.prototype
  const wait = setTimeout
  const HOUR = 3_600_000
  const kindOf = (object: object) => Object.prototype.toString.call(object).slice(8, -1)

  const targets = new Set<WeakRef<EventTarget>>()
  const listened = new WeakMap<EventTarget, Map<string, Set<unknown>>>()
  const callbacksOf = (target: EventTarget, type: string, options: unknown) => {
    const types = listened.get(target) ?? new Map<string, Set<unknown>>()
    if (!listened.has(target)) targets.add(new WeakRef(target))
    listened.set(target, types)
    const isCapture = (options as AddEventListenerOptions | undefined)?.capture ?? options === true
    const key = `${kindOf(target)} ${type}${isCapture ? ' (capture)' : ''}`
    const callbacks = types.get(key) ?? new Set()
    types.set(key, callbacks)
    return callbacks
  }
  EventTarget.prototype.addEventListener = function (type, callback, options) {
    const target = this ?? window
    const { once, signal } = (options ?? {}) as AddEventListenerOptions
    if (callback && !signal?.aborted) {
      const callbacks = callbacksOf(target, type, options)
      const forget = () => callbacks.delete(callback)
      callbacks.add(callback)
      if (once) addEventListener.call(target, type, forget, options)
      if (signal) addEventListener.call(signal, 'abort', forget, { once: true })
    }
    addEventListener.call(target, type, callback, options)
  }
  EventTarget.prototype.removeEventListener = function (type, callback, options) {
    callbacksOf(this ?? window, type, options).delete(callback)
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
  /** Shortens waits between a second and an hour to a tenth. */
  const shorten = (wait?: number) => (wait && wait >= 1000 && wait < HOUR ? wait / 10 : wait)
  for (const [set, clear] of [
    ['setTimeout', 'clearTimeout'],
    ['setInterval', 'clearInterval'],
    ['requestAnimationFrame', 'cancelAnimationFrame'],
    ['requestIdleCallback', 'cancelIdleCallback'],
  ] as const) {
    const { [set]: start, [clear]: stop } = page
    // Safari has no `requestIdleCallback`.
    if (!start || !stop) continue
    page[set] = (run, wait, ...rest) => {
      const once: typeof run = (...args) => {
        if (set !== 'setInterval') due.delete(`${clear} ${id}`)
        run(...args)
      }
      // WebKit's driver sets timers too. Their call stack has no address, so change and count only
      // calls with an address in the stack.
      const isOfPage = `${new Error().stack}`.split('https:').length > 2
      const id = start(once, isOfPage ? shorten(wait) : wait, ...rest)
      if (isOfPage) due.set(`${clear} ${id}`, [set, Number(wait ?? 0)])
      return id
    }
    page[clear] = ((id: never) => {
      due.delete(`${clear} ${id}`)
      return stop(id)
    }) as never
  }

  const tally = (names: Iterable<string>) => {
    const found: Record<string, number> = {}
    for (const name of [...names].sort()) found[name] = (found[name] ?? 0) + 1
    return found
  }
  const listeners = function* () {
    for (const reference of targets) {
      const target = reference.deref()
      if (!target) targets.delete(reference)
      if (!target || (target instanceof Node && !target.isConnected)) continue
      for (const [key, { size }] of listened.get(target) ?? []) yield* Array<string>(size).fill(key)
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
  const nodesIn = (node: Node): Node[] => [node, ...[...node.childNodes].flatMap(nodesIn)]

  const counting = {
    /** Counts listeners except on nodes outside the document, observers, timers, nodes, styles. */
    now: () => ({
      listeners: tally(listeners()),
      observers: tally([...observing].map(kindOf)),
      timers: tally([...due.values()].map(timer => timer.join(' '))),
      nodes: roots(document).flatMap(nodesIn).length,
      styles: roots(document).flatMap(root => [...root.styleSheets, ...root.adoptedStyleSheets])
        .length,
    }),
    sleep: (ms?: number) => new Promise(resolve => wait(resolve, ms)),
    async rest() {
      while ([...due.values()].some(([, ms]) => ms < HOUR)) await counting.sleep(100)
    },
  }
  Object.defineProperty(window, 'counting', { value: counting })
  return counting
}

type Counting = ReturnType<typeof count>

export type Counts = ReturnType<Counting['now']>

declare global {
  interface Window {
    readonly counting: Counting
  }
}

export const COUNT = `(${count})()`
