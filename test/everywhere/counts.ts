/** Counts what scripts of the page add to it. Runs before all other scripts. */
const count = () => {
  const { addEventListener, removeEventListener } = EventTarget.prototype
  const wait = setTimeout
  const kindOf = (object: object) => Object.prototype.toString.call(object).slice(8, -1)
  // Drivers call the same methods. Their call stacks have no address besides that of this script.
  const isOfPage = () => `${new Error().stack}`.split('https:').length > 3

  interface Heard {
    readonly target: EventTarget
    readonly callback: unknown
    readonly name: string
  }
  const heard = new Set<Heard>()
  const entryOf = (target: EventTarget, type: string, callback: unknown, options: unknown) => {
    const { capture = options === true } = Object(options)
    const name = `${kindOf(target)} ${type}${capture ? ' (capture)' : ''}`
    const known = [...heard].find(
      one => one.target === target && one.callback === callback && one.name === name,
    )
    return known ?? { target, callback, name }
  }
  EventTarget.prototype.addEventListener = function (type, callback, options) {
    const target = this ?? window
    const { once, signal } = Object(options)
    if (callback && !signal?.aborted && isOfPage()) {
      const entry = entryOf(target, type, callback, options)
      const forget = () => heard.delete(entry)
      heard.add(entry)
      if (once) addEventListener.call(target, type, forget, options)
      if (signal) addEventListener.call(signal, 'abort', forget, { once: true })
    }
    addEventListener.call(target, type, callback, options)
  }
  EventTarget.prototype.removeEventListener = function (type, callback, options) {
    heard.delete(entryOf(this ?? window, type, callback, options))
    removeEventListener.call(this ?? window, type, callback, options)
  }

  const observing = new Set<object>()
  for (const { prototype } of [MutationObserver, IntersectionObserver, ResizeObserver]) {
    const { observe, disconnect } = prototype
    prototype.observe = function (...args: never[]) {
      if (isOfPage()) observing.add(this)
      Reflect.apply(observe, this, args)
    }
    prototype.disconnect = function () {
      observing.delete(this)
      Reflect.apply(disconnect, this, [])
    }
  }

  type Timer = (run: (...args: unknown[]) => void, ...args: unknown[]) => number
  const page = window as unknown as Record<string, Timer | undefined>
  const due = new Map<string, readonly [kind: string, ms: number]>()
  for (const [set, clear] of [
    ['setTimeout', 'clearTimeout'],
    ['setInterval', 'clearInterval'],
    ['requestAnimationFrame', 'cancelAnimationFrame'],
    ['requestIdleCallback', 'cancelIdleCallback'],
  ] as const) {
    const { [set]: start, [clear]: stop } = page
    // Safari has no `requestIdleCallback`.
    if (!start || !stop) continue
    page[set] = (run, ...rest) => {
      const once: typeof run = (...args) => {
        if (set !== 'setInterval') due.delete(`${clear} ${id}`)
        run(...args)
      }
      const id = start(once, ...rest)
      if (isOfPage()) due.set(`${clear} ${id}`, [set, Number(rest[0] ?? 0)])
      return id
    }
    page[clear] = ((id: never) => {
      due.delete(`${clear} ${id}`)
      return stop(id)
    }) as never
  }

  const roots = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => [
    root,
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
      shadowRoot ? roots(shadowRoot) : [],
    ),
  ]
  const nodesIn = (node: Node): Node[] => [node, ...[...node.childNodes].flatMap(nodesIn)]

  const counting = {
    /** Lists listeners except on nodes outside the document, observers and timers; counts nodes. */
    now: () => ({
      listeners: [...heard]
        .filter(({ target }) => !(target instanceof Node) || target.isConnected)
        .map(({ name }) => name)
        .sort(),
      handlers: [window, document].flatMap(target =>
        Object.keys(target).filter(name => /^on/.test(name) && target[name as 'onload']),
      ),
      observers: [...observing].map(kindOf).sort(),
      timers: [...due.values()].map(timer => timer.join(' ')).sort(),
      nodes: roots(document).flatMap(nodesIn).length,
      styles: roots(document).flatMap(root => [...root.styleSheets, ...root.adoptedStyleSheets])
        .length,
    }),
    /** Waits until no timer is due within five seconds, and counts. */
    async atRest() {
      while ([...due.values()].some(([, ms]) => ms < 5000))
        await new Promise(resolve => wait(resolve, 100))
      return counting.now()
    },
  }
  Object.defineProperty(window, 'counting', { value: counting })
  return counting
}

declare global {
  interface Window {
    readonly counting: ReturnType<typeof count>
  }
}

export const COUNT = `(${count})()`
