/**
 * Runs in each frame before the scripts of the page. Reports the calls that set a cookie or key, or
 * open a database or cache: the name and the stack of the call, never the value, and the same call
 * as a rule once in 200 ms. Does not see `localStorage.name = value`, which calls no function.
 *
 * The functions in the place of built-ins look like the browser's own to a page that compares
 * `name`, `length` and `toString`, and do what the built-ins do.
 *
 * @param binding Name of the global function that takes a report. The function is removed from the
 *   page at once.
 */
export const reportWrites = (binding: string): void => {
  const scope = globalThis as unknown as Record<string, unknown>
  const send = scope[binding]
  Reflect.deleteProperty(scope, binding)
  if (typeof send !== 'function') return
  const { apply, defineProperty, getOwnPropertyDescriptor } = Reflect
  const { now, parse } = Date
  // A page can have a variable of this name.
  const { origin } = globalThis
  const AnyError = Error as { prepareStackTrace?: unknown; stackTraceLimit: number; new (): Error }
  const originals = new WeakMap<object, object>()
  /** When each call was last reported. A page can write the same key at each animation frame. */
  const reported = new Map<string, number>()

  /** Returns the stack, also on a page that shortens stacks or turns them into objects. */
  const stackNow = (): string => {
    const { stackTraceLimit, prepareStackTrace } = AnyError
    AnyError.stackTraceLimit = 30
    if (prepareStackTrace) AnyError.prepareStackTrace = undefined
    const stack = `${new AnyError().stack}`
    AnyError.stackTraceLimit = stackTraceLimit
    if (prepareStackTrace) AnyError.prepareStackTrace = prepareStackTrace
    return stack
  }

  const report = (area: string, name: unknown, isReplaced: boolean) => {
    const stack = stackNow()
    const key = `${area} ${name} ${stack}`
    const time = now()
    if (time - (reported.get(key) ?? 0) < 200) return
    if (reported.size > 500) reported.clear()
    reported.set(key, time)
    send(`${area}\n${origin}\n${encodeURIComponent(`${name}`)}\n${time}\n${isReplaced}\n${stack}`)
  }

  /** Reports a line that sets a cookie, but not one that deletes a cookie. */
  const reportCookie = (line: unknown, isReplaced: boolean) => {
    if (typeof line !== 'string') return
    const name = /^\s*([^=;]*?)\s*=/.exec(line)?.[1]
    const [, age] = /;\s*max-age\s*=\s*([^;]*)/i.exec(line) ?? []
    const [, end] = /;\s*expires\s*=\s*([^;]*)/i.exec(line) ?? []
    const isDeleted = age === undefined ? end && parse(end) < now() : Number(age) <= 0
    if (name && !isDeleted) report('cookie', name, isReplaced)
  }

  /**
   * Passes the calls of a built-in on to `note`, with whether another script has put a function of
   * its own in front of ours.
   */
  const watch = (
    owner: object | undefined,
    name: string,
    part: 'value' | 'set',
    note: (args: readonly unknown[], isReplaced: boolean, self: unknown) => void,
  ) => {
    const found = owner && getOwnPropertyDescriptor(owner, name)
    const original = found?.[part]
    if (!owner || !found?.configurable || typeof original !== 'function') return
    const ours = new Proxy(original, {
      apply(_, self, args) {
        try {
          note(args, getOwnPropertyDescriptor(owner, name)?.[part] !== ours, self)
        } catch {
          // Whatever the page has done to its built-ins, the call goes on.
        }
        return apply(original, self, args)
      },
    })
    originals.set(ours, original)
    defineProperty(owner, name, { ...found, [part]: ours })
  }

  const prototypeOf = (name: string) =>
    (scope[name] as { readonly prototype?: object } | undefined)?.prototype
  watch(prototypeOf('Document'), 'cookie', 'set', ([line], isReplaced) =>
    reportCookie(line, isReplaced),
  )
  watch(prototypeOf('CookieStore'), 'set', 'value', ([first], isReplaced) =>
    report('cookie', typeof first === 'object' ? Object(first).name : first, isReplaced),
  )
  watch(prototypeOf('Storage'), 'setItem', 'value', ([key], isReplaced, self) =>
    report(self === sessionStorage ? 'session' : 'local', key, isReplaced),
  )
  watch(prototypeOf('IDBFactory'), 'open', 'value', ([name], isReplaced) =>
    report('indexeddb', name, isReplaced),
  )
  watch(prototypeOf('CacheStorage'), 'open', 'value', ([name], isReplaced) =>
    report('cache', name, isReplaced),
  )

  const { toString: toText } = Function.prototype
  const shown = new Proxy(toText, {
    apply: (_, self, args) => apply(toText, originals.get(self) ?? self, args),
  })
  originals.set(shown, toText)
  defineProperty(Function.prototype, 'toString', {
    ...getOwnPropertyDescriptor(Function.prototype, 'toString'),
    value: shown,
  })
}
