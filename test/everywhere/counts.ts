/** Counts what scripts of the page add to it. Runs before all other scripts. */
const count = () => {
  const wait = setTimeout
  const alive = new Map<string, { name: string; ms?: number; target?: EventTarget }>()
  const kindOf = (object: object) => Object.prototype.toString.call(object).slice(8, -1)
  const ids = new WeakMap<object, number>()
  const idOf = (object: object | null) => {
    if (!object) return 0
    const id = ids.get(object) ?? Math.random()
    ids.set(object, id)
    return id
  }
  // Drivers call the same methods. Their call stacks have no address besides that of this script.
  const isOfPage = () => `${new Error().stack}`.split('https:').length > 3

  const { addEventListener, removeEventListener } = EventTarget.prototype
  const listenerOf = (
    target: EventTarget,
    type: string,
    callback: object | null,
    options: unknown,
  ) => {
    const { capture = options === true } = Object(options)
    const name = `${kindOf(target)} ${type}${capture ? ' (capture)' : ''}`
    return { key: `${idOf(target)} ${idOf(callback)} ${name}`, name, target }
  }
  EventTarget.prototype.addEventListener = function (type, callback, options) {
    const target = this ?? window
    const { once, signal } = Object(options)
    if (callback && !signal?.aborted && isOfPage()) {
      const { key, name } = listenerOf(target, type, callback, options)
      const forget = () => alive.delete(key)
      alive.set(key, { name, target })
      if (once) addEventListener.call(target, type, forget, options)
      if (signal) addEventListener.call(signal, 'abort', forget, { once: true })
    }
    addEventListener.call(target, type, callback, options)
  }
  EventTarget.prototype.removeEventListener = function (type, callback, options) {
    alive.delete(listenerOf(this ?? window, type, callback, options).key)
    removeEventListener.call(this ?? window, type, callback, options)
  }

  for (const { prototype } of [MutationObserver, IntersectionObserver, ResizeObserver]) {
    const { observe, disconnect } = prototype
    prototype.observe = function (...args: never[]) {
      if (isOfPage()) alive.set(`${idOf(this)}`, { name: kindOf(this) })
      Reflect.apply(observe, this, args)
    }
    prototype.disconnect = function () {
      alive.delete(`${idOf(this)}`)
      Reflect.apply(disconnect, this, [])
    }
  }

  type Timer = (run: (...args: unknown[]) => void, ...args: unknown[]) => number
  const page = window as unknown as Record<string, Timer | undefined>
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
        if (set !== 'setInterval') alive.delete(`${clear} ${id}`)
        run(...args)
      }
      const id = start(once, ...rest)
      const ms = Number(rest[0] ?? 0)
      if (isOfPage()) alive.set(`${clear} ${id}`, { name: `${set} ${ms}`, ms })
      return id
    }
    page[clear] = ((id: never) => {
      alive.delete(`${clear} ${id}`)
      return stop(id)
    }) as never
  }

  const rootsIn = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => [
    root,
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
      shadowRoot ? rootsIn(shadowRoot) : [],
    ),
  ]
  const nodesIn = (node: Node): Node[] => [node, ...[...node.childNodes].flatMap(nodesIn)]

  const counting = {
    /** Lists listeners except on nodes outside the document, observers and timers; counts nodes. */
    now: () => ({
      alive: [...alive.values()]
        .filter(({ target }) => !(target instanceof Node) || target.isConnected)
        .map(({ name }) => name)
        .sort(),
      handlers: [window, document].flatMap(target =>
        Object.keys(target).filter(name => /^on/.test(name) && target[name as 'onload']),
      ),
      nodes: rootsIn(document).flatMap(nodesIn).length,
      styles: rootsIn(document).flatMap(root => [...root.styleSheets, ...root.adoptedStyleSheets])
        .length,
    }),
    /** Waits until no timer is due within five seconds, and counts. */
    async atRest() {
      while ([...alive.values()].some(({ ms = Infinity }) => ms < 5000))
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
